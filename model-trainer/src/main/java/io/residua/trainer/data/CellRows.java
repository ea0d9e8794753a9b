package io.residua.trainer.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The data's rows cell by cell, one after the other, in constant memory: numbers, booleans, text
 * and {@code java.time} values, null where a value is missing. Lists, maps and bytes are left out.
 * Not thread-safe.
 */
public final class CellRows implements AutoCloseable {
  private static final Set<String> WHOLE =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

  private final String dataName;
  private final DuckDb database;
  private final List<Leaf> leaves;
  private final List<CellReader> readers;
  private final Statement statement;
  private final ResultSet result;
  private final Object[] row;

  CellRows(String dataName, DuckDb database, Source source, List<Leaf> all) throws SQLException {
    this.dataName = dataName;
    this.database = database;
    this.leaves = all.stream().filter(leaf -> leaf.kind() != ColumnKind.OTHER).toList();
    this.readers = leaves.stream().map(leaf -> CellReader.of(leaf, false)).toList();
    this.row = new Object[leaves.size()];
    String select = leaves.stream().map(Leaf::expression).collect(Collectors.joining(", "));
    this.statement = database.connection().createStatement();
    this.result = statement.executeQuery("SELECT " + select + " FROM " + source.relation());
  }

  /** What the cells of a row are, in their order. */
  public List<DataColumn> columns() {
    return leaves.stream().map(Leaf::column).toList();
  }

  /** Whether a column's numbers are whole and fit a {@code long}. */
  public boolean isWhole(int column) {
    return WHOLE.contains(leaves.get(column).sqlType());
  }

  /**
   * Reads the next row.
   *
   * @return a buffer, overwritten by the next call; null when there is no more row
   */
  public Object[] next() throws DataException {
    try {
      if (!result.next()) {
        return null;
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = readers.get(i).read(result, i + 1);
      }
      return row;
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
  }

  @Override
  public void close() throws DataException {
    try (database;
        statement) {
      result.close();
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
  }
}
