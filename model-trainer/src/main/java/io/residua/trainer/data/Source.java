package io.residua.trainer.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Data as SQL can read it: a table expression whose columns and types are settled, so that each
 * pass over the data sees the same.
 *
 * @param relation what stands after FROM
 * @param types columns and their types
 * @param untyped whether types were guessed from text, as in CSV
 */
record Source(String relation, Map<String, String> types, boolean untyped) {

  static Source of(DataSelection selection, DuckDb database) throws DataException {
    try {
      Source all =
          selection.file().isPresent()
              ? ofFile(selection.file().get(), database)
              : ofQuery(selection.query().orElseThrow(), database);
      return selection.where().isEmpty() ? all : all.where(selection.where().get(), database);
    } catch (SQLException e) {
      throw SqlFault.inData(selection.name(), e);
    }
  }

  private static Source ofFile(Path file, DuckDb database) throws DataException, SQLException {
    requireReadable(file);
    FileFormat format =
        FileFormat.of(file)
            .orElseThrow(
                () ->
                    new DataException(
                        "%s: expected a file that ends in %s"
                            .formatted(file.getFileName(), FileFormat.ENDS)));
    return switch (format) {
      case CSV -> CsvSource.of(file, database);
      case JSON -> JsonSource.of(file, database);
      case PARQUET -> described("read_parquet(" + Sql.path(file) + ")", database);
    };
  }

  private static void requireReadable(Path file) throws DataException {
    if (!Files.exists(file)) {
      throw new DataException("file " + file + " does not exist");
    }
    if (!Files.isRegularFile(file)) {
      throw new DataException(file + " is not a file");
    }
    if (!Files.isReadable(file)) {
      throw new DataException("file " + file + " may not be read");
    }
  }

  private static Source ofQuery(String query, DuckDb database) throws SQLException {
    return described("(" + query + "\n)", database);
  }

  /** A relation whose types the database knows. */
  static Source described(String relation, DuckDb database) throws SQLException {
    return new Source(relation, describe(relation, database), false);
  }

  static Map<String, String> describe(String relation, DuckDb database) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    database
        .list(
            "DESCRIBE SELECT * FROM " + relation,
            row -> Map.entry(row.getString("column_name"), row.getString("column_type")))
        .forEach(column -> types.put(column.getKey(), column.getValue()));
    return types;
  }

  /** Types in the spelling of readers' {@code columns} option. */
  static String columns(Map<String, String> types) {
    return types.entrySet().stream()
        .map(type -> Sql.text(type.getKey()) + ": " + Sql.text(type.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private Source where(String condition, DuckDb database) throws SQLException {
    String filtered = "(SELECT * FROM " + relation + " WHERE (" + condition + "\n))";
    describe(filtered, database);
    return new Source(filtered, types, untyped);
  }
}
