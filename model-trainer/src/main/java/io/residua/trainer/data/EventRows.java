package io.residua.trainer.data;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.Rejection;
import io.residua.detector.event.RowEventReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The data's rows as events, one after the other, in constant memory. {@code while (rows.next())}
 * reads; then {@link #rejection()} says whether {@link #event()} holds the row. Not thread-safe.
 */
public final class EventRows implements AutoCloseable {
  private final String dataName;
  private final DuckDb database;
  private final Statement statement;
  private final ResultSet result;
  private final List<CellReader> cells;
  private final Optional<Leaf> label;
  private final RowEventReader reader;
  private final Object[] row;
  private final Event event;
  private Rejection rejection;
  private long number;

  EventRows(
      String dataName,
      DuckDb database,
      Source source,
      EventLayout layout,
      Projection fields,
      Optional<Leaf> label)
      throws SQLException {
    this.dataName = dataName;
    this.database = database;
    this.cells = fields.cells();
    this.label = label;
    this.reader = new RowEventReader(layout, fields.paths());
    this.row = new Object[cells.size()];
    this.event = new Event(layout);
    String select = fields.selectList() + label.map(leaf -> ", " + leaf.expression()).orElse("");
    this.statement = database.connection().createStatement();
    this.result = statement.executeQuery("SELECT " + select + " FROM " + source.relation());
  }

  /** Reads the next row; false when there is none. */
  public boolean next() throws DataException {
    if (!skip()) {
      return false;
    }
    try {
      for (int i = 0; i < row.length; i++) {
        row[i] = cells.get(i).read(result, i + 1);
      }
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
    rejection = reader.read(row, event);
    return true;
  }

  /** Goes to the next row without reading it; false when there is none. */
  boolean skip() throws DataException {
    try {
      number++;
      return result.next();
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
  }

  /** Number of the current row, from 1. */
  public long number() {
    return number;
  }

  /** The current row: a buffer, overwritten by the next one. */
  public Event event() {
    return event;
  }

  /** Why the current row cannot be read, or null. */
  public Rejection rejection() {
    return rejection;
  }

  /**
   * The current row's label.
   *
   * @throws DataException when it is neither 0 nor 1
   * @throws IllegalStateException when no label column was asked for
   */
  public boolean label() throws DataException {
    String column =
        label.map(Leaf::path).orElseThrow(() -> new IllegalStateException("no label column"));
    try {
      return Labels.read(result.getObject(row.length + 1), column, number);
    } catch (SQLException e) {
      throw SqlFault.inData(dataName, e);
    }
  }

  @Override
  public void close() {
    try (database;
        statement) {
      result.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB cannot be closed", e);
    }
  }
}
