package io.residua.trainer.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB database of our own, in memory or in a file, and one connection to it. Results are read
 * as they are made, so a connection has one result open at a time; {@link #another()} opens more.
 */
final class DuckDb implements AutoCloseable {
  private final DuckDBConnection connection;

  private DuckDb(Connection connection) throws SQLException {
    this.connection = connection.unwrap(DuckDBConnection.class);
  }

  static DuckDb inMemory() throws SQLException {
    return open("jdbc:duckdb:");
  }

  /**
   * @param file of the database; made when it does not exist
   */
  static DuckDb inFile(Path file) throws SQLException {
    return open("jdbc:duckdb:" + file);
  }

  private static DuckDb open(String url) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    DuckDb database = new DuckDb(DriverManager.getConnection(url, settings));
    database.execute("SET GLOBAL TimeZone = 'UTC'");
    // A query must not fetch and run native code from elsewhere by itself.
    database.execute("SET GLOBAL autoinstall_known_extensions = false");
    database.execute("SET GLOBAL temp_directory = " + Sql.text(temporaryDirectory()));
    return database;
  }

  private static String temporaryDirectory() {
    return System.getProperty("java.io.tmpdir")
        + "/residua-duckdb-"
        + ProcessHandle.current().pid();
  }

  /** A second connection to the same database. */
  DuckDb another() throws SQLException {
    return new DuckDb(connection.duplicate());
  }

  DuckDBConnection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Reads a small result completely. */
  <T> List<T> list(String sql, RowMapper<T> mapper) throws SQLException {
    List<T> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(mapper.map(rows));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** One row of a result as a value. */
  @FunctionalInterface
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }
}
