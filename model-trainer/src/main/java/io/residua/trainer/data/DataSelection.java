package io.residua.trainer.data;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rows of which data. Query and condition are the user's own SQL and run as written.
 *
 * @param file a file to read; its name's end says the format
 * @param query or a SQL query whose result is the data
 * @param where a SQL condition that rows must meet
 */
public record DataSelection(Optional<Path> file, Optional<String> query, Optional<String> where) {
  public DataSelection {
    Objects.requireNonNull(file, "file");
    query = query.map(DataSelection::withoutSemicolon);
    Objects.requireNonNull(where, "where");
    if (file.isPresent() == query.isPresent()) {
      throw new IllegalArgumentException("data is either a file or a query");
    }
  }

  public static DataSelection ofFile(Path file) {
    return new DataSelection(Optional.of(file), Optional.empty(), Optional.empty());
  }

  public static DataSelection ofQuery(String query) {
    return new DataSelection(Optional.empty(), Optional.of(query), Optional.empty());
  }

  /** The same data, only rows that meet a SQL condition. */
  public DataSelection where(String condition) {
    return new DataSelection(file, query, Optional.of(condition));
  }

  /** How messages call the data: the file's name, or the query. */
  public String name() {
    return file.map(path -> String.valueOf(path.getFileName())).orElse("the query's result");
  }

  private static String withoutSemicolon(String sql) {
    return sql.strip().replaceAll("[;\\s]+$", "");
  }
}
