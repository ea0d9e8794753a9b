package io.residua.trainer.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * CSV with a header. Types are found over the whole file, so a column in which one cell is no
 * number is text; whole numbers with leading zeros are text too, as they are names of things.
 */
final class CsvSource {
  /** Rows that are looked at for leading zeros. */
  private static final int LOOKED_AT = 20_000;

  private final Path file;
  private final DuckDb database;
  private final String dialect;
  private final CsvHeader header;

  private CsvSource(Path file, DuckDb database, CsvHeader header) {
    this.file = file;
    this.database = database;
    this.header = header;
    this.dialect =
        ", header = true, skip = 0, comment = '', quote = '\"', escape = '\"', delim = "
            + Sql.text(String.valueOf(header.delimiter()));
  }

  static Source of(Path file, DuckDb database) throws SQLException, DataException {
    return new CsvSource(file, database, CsvHeader.of(file, database)).source();
  }

  private Source source() throws SQLException, DataException {
    Sniffed sniffed;
    try {
      sniffed = sniff();
    } catch (SQLException e) {
      throw explained(e);
    }
    Map<String, String> types = new LinkedHashMap<>(sniffed.types());
    for (String name : namesWithLeadingZeros(types)) {
      types.put(name, "VARCHAR");
    }
    return new Source(relation(types, sniffed.formats()), types, true);
  }

  private Sniffed sniff() throws SQLException {
    String sniffed =
        "SELECT unnest(Columns) AS c, DateFormat, TimestampFormat FROM sniff_csv(%s%s, sample_size = -1)"
            .formatted(Sql.path(file), dialect);
    Map<String, String> types = new LinkedHashMap<>();
    List<String> formats =
        database.list(
            "SELECT c.name, c.type, DateFormat, TimestampFormat FROM (" + sniffed + ")",
            row -> {
              types.put(row.getString(1), row.getString(2));
              return format("dateformat", row.getString(3))
                  + format("timestampformat", row.getString(4));
            });
    return new Sniffed(types, formats.get(0));
  }

  private static String format(String option, String format) {
    return format == null || format.isEmpty() ? "" : ", " + option + " = " + Sql.text(format);
  }

  private String relation(Map<String, String> types, String formats) {
    return "read_csv(%s%s%s, auto_detect = false, columns = %s)"
        .formatted(Sql.path(file), dialect, formats, Source.columns(types));
  }

  private List<String> namesWithLeadingZeros(Map<String, String> types) throws SQLException {
    List<String> whole =
        types.keySet().stream().filter(name -> types.get(name).equals("BIGINT")).toList();
    if (whole.isEmpty()) {
      return List.of();
    }
    String tests =
        whole.stream()
            .map(name -> "bool_or(regexp_matches(" + Sql.name(name) + ", '^[+-]?0[0-9]'))")
            .collect(Collectors.joining(", "));
    String rows = "(SELECT * FROM " + relation(asText(types.keySet()), "") + " LIMIT " + LOOKED_AT;
    return database
        .list(
            "SELECT " + tests + " FROM " + rows + ")",
            row -> {
              List<String> names = new ArrayList<>();
              for (int i = 0; i < whole.size(); i++) {
                if (row.getBoolean(i + 1)) {
                  names.add(whole.get(i));
                }
              }
              return names;
            })
        .get(0);
  }

  private static Map<String, String> asText(Iterable<String> names) {
    Map<String, String> types = new LinkedHashMap<>();
    names.forEach(name -> types.put(name, "VARCHAR"));
    return types;
  }

  /** Guessing types fails without naming a line; reading everything as text names it. */
  private DataException explained(SQLException fault) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.names().size(); i++) {
      names.add("column" + i);
    }
    try {
      database.list("SELECT count(*) FROM " + relation(asText(names), ""), row -> row.getLong(1));
    } catch (SQLException withLine) {
      return SqlFault.inData(String.valueOf(file.getFileName()), withLine);
    }
    return SqlFault.inData(String.valueOf(file.getFileName()), fault);
  }

  private record Sniffed(Map<String, String> types, String formats) {}
}
