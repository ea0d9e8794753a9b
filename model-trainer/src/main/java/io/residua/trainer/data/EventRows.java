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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private final Optional<Leaf> classes;
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
      Optional<Leaf> label,
      Optional<Leaf> classes)
      throws SQLException {
    this.dataName = dataName;
    this.database = database;
    this.cells = fields.cells();
    this.label = label;
    this.classes = classes;
    this.reader = new RowEventReader(layout, fields.paths());
    this.row = new Object[cells.size()];
    this.event = new Event(layout);
    String select =
        Stream.concat(
                Stream.of(fields.selectList()),
                Stream.of(label, classes).flatMap(Optional::stream).map(Leaf::expression))
            .collect(Collectors.joining(", "));
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

  /**
   * The current row's class as the data name it, or null.
   *
   * @throws IllegalStateException when no column of classes was asked for
   */
  String className() throws DataException {
    if (classes.isEmpty()) {
      throw new IllegalStateException("no column of classes");
    }
    try {
      return ClassNumbers.name(result.getObject(row.length + (label.isPresent() ? 2 : 1)));
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
