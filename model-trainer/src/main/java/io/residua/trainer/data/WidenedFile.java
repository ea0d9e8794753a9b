package io.residua.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A file of the data's rows with more columns, one appended row for each row of the data, in its
 * order. The file appears complete or not at all: {@link #finish} writes beside it and renames.
 * Appended rows wait in DuckDB, which moves them to disk when they are many. Not thread-safe.
 */
public final class WidenedFile implements AutoCloseable {
  private static final String TABLE = "added_columns";

  private final Path file;
  private final FileFormat format;
  private final String dataName;
  private final DuckDb database;
  private final Source source;
  private final Map<String, String> added;
  private final DuckDBAppender appender;

  private WidenedFile(
      Path file,
      FileFormat format,
      String dataName,
      DuckDb database,
      Source source,
      Map<String, String> added)
      throws SQLException {
    this.file = file;
    this.format = format;
    this.dataName = dataName;
    this.database = database;
    this.source = source;
    this.added = added;
    String columns =
        added.entrySet().stream()
            .map(column -> Sql.name(column.getKey()) + " " + column.getValue())
            .collect(Collectors.joining(", "));
    database.execute("CREATE OR REPLACE TEMP TABLE " + TABLE + " (" + columns + ")");
    this.appender =
        database.connection().createAppender("temp", DuckDBConnection.DEFAULT_SCHEMA, TABLE);
  }

  static WidenedFile start(
      Path file, String dataName, DuckDb database, Source source, Map<String, String> added)
      throws DataException {
    FileFormat format =
        FileFormat.of(file)
            .orElseThrow(
                () ->
                    new DataException(
                        "%s: expected a file that ends in %s"
                            .formatted(file.getFileName(), FileFormat.ENDS)));
    for (String name : added.keySet()) {
      if (source.types().keySet().stream().anyMatch(name::equalsIgnoreCase)) {
        throw new DataException(
            "%s has a column %s already; rename it, as that column would be added"
                .formatted(dataName, name));
      }
    }
    try {
      return new WidenedFile(file, format, dataName, database.another(), source, added);
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
  }

  /** Appends a row: one value a column, null where there is none. */
  public void append(Object... values) throws DataException {
    try {
      appender.beginRow();
      for (Object value : values) {
        append(value);
      }
      appender.endRow();
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
  }

  private void append(Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Boolean flag) {
      appender.append(flag.booleanValue());
    } else {
      appender.append(value.toString());
    }
  }

  /** Writes the file. */
  public void finish() throws DataException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      appender.close();
      database.execute(
          "COPY (SELECT * FROM %s POSITIONAL JOIN temp.%s) TO %s (%s)"
              .formatted(source.relation(), TABLE, Sql.text(beside.toString()), copyOptions()));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException e) {
      throw new DataException(file + " cannot be written: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DataException(file + " cannot be written: " + e, e);
    } finally {
      deleteQuietly(beside);
    }
  }

  private String copyOptions() {
    return switch (format) {
      case CSV -> "FORMAT csv, HEADER, DELIMITER " + Sql.text(delimiter()) + compression();
      case JSON -> "FORMAT json" + compression();
      case PARQUET -> "FORMAT parquet";
    };
  }

  private String delimiter() {
    return file.getFileName().toString().contains(".tsv") ? "\t" : ",";
  }

  /** The name beside has another end, so it cannot say the compression. */
  private String compression() {
    String name = file.getFileName().toString();
    return ", COMPRESSION "
        + (name.endsWith(".gz") ? "gzip" : name.endsWith(".zst") ? "zstd" : "none");
  }

  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException ignored) {
      // The file that could not be written is told of already; what is left is called .part.
      path.toFile().deleteOnExit();
    }
  }

  @Override
  public void close() throws DataException {
    try {
      database.execute("DROP TABLE IF EXISTS temp." + TABLE);
      database.close();
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
  }
}
