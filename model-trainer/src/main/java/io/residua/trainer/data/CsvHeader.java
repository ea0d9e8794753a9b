package io.residua.trainer.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file's first line: it settles the delimiter. Guessing it from the data would turn a broken
 * line into another delimiter, or into lines silently left out.
 *
 * @param delimiter comma, semicolon, tab or bar: the one that occurs most outside of quotes
 * @param names the columns' names
 */
record CsvHeader(char delimiter, List<String> names) {
  private static final String DELIMITERS = ",;\t|";

  static CsvHeader of(Path file, DuckDb database) throws SQLException, DataException {
    List<String> lines =
        database.list(
            "SELECT line FROM read_csv("
                + Sql.path(file)
                + ", auto_detect = false, columns = {'line': 'VARCHAR'}, delim = '\1', quote = '',"
                + " escape = '', header = false, max_line_size = 10000000) LIMIT 1",
            row -> row.getString(1));
    if (lines.isEmpty() || lines.get(0) == null || lines.get(0).isBlank()) {
      throw new DataException(
          file.getFileName() + " is empty: expected column names in the first line");
    }
    CsvHeader header = of(lines.get(0));
    if (header.names.stream().allMatch(CsvHeader::isNumber)) {
      throw new DataException(
          "%s: expected column names in the first line, found only numbers, such as %s"
              .formatted(file.getFileName(), header.names.get(0)));
    }
    return header;
  }

  static CsvHeader of(String line) {
    char delimiter = ',';
    List<String> names = split(line, delimiter);
    for (char other : DELIMITERS.toCharArray()) {
      List<String> split = split(line, other);
      if (split.size() > names.size()) {
        delimiter = other;
        names = split;
      }
    }
    return new CsvHeader(delimiter, names);
  }

  private static List<String> split(String line, char delimiter) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      if (c == delimiter && !quoted) {
        names.add(name.toString());
        name.setLength(0);
      } else if (c != '"') {
        name.append(c);
      }
    }
    names.add(name.toString());
    return names;
  }

  private static boolean isNumber(String name) {
    return name.strip().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  }
}
