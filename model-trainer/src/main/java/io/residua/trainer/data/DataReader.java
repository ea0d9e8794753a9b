package io.residua.trainer.data;

import io.residua.detector.event.EventLayout;
import io.residua.detector.suggest.ColumnProfile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads data by DuckDB: a file or a query, whole or row by row. Column types are found when it is
 * opened, over the whole file where the format has none. Not thread-safe.
 */
public final class DataReader implements AutoCloseable {
  private final DataSelection selection;
  private final DuckDb database;
  private final Source source;
  private final List<Leaf> leaves;

  private DataReader(DataSelection selection, DuckDb database, Source source) {
    this.selection = selection;
    this.database = database;
    this.source = source;
    this.leaves = ColumnTree.leaves(source.types());
  }

  /**
   * Opens data and finds its columns.
   *
   * @throws DataException when there is no such data or it cannot be read
   */
  public static DataReader open(DataSelection selection) throws DataException {
    try {
      DuckDb database = DuckDb.inMemory();
      try {
        return new DataReader(selection, database, Source.of(selection, database));
      } catch (DataException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqlFault.inData(selection.name(), e);
    }
  }

  public DataSelection selection() {
    return selection;
  }

  /** Columns in the data's order, fields of nested records under dotted paths. */
  public List<DataColumn> columns() {
    return leaves.stream().map(Leaf::column).toList();
  }

  /** What the first rows say of each column that a field can be read from. */
  public List<ColumnProfile> profiles() throws DataException {
    try {
      return new ColumnProfiler(database).profile(source, leaves);
    } catch (SQLException e) {
      throw SqlFault.inData(selection.name(), e);
    }
  }

  /** Counts the rows, by a pass over the data where its format does not say. */
  public long countRows() throws DataException {
    try {
      return database
          .list("SELECT count(*) FROM " + source.relation(), row -> row.getLong(1))
          .get(0);
    } catch (SQLException e) {
      throw SqlFault.inData(selection.name(), e);
    }
  }

  /**
   * Reads rows into memory.
   *
   * @throws DataException when a field is not in the data, there are no rows, or more than a tenth
   *     of them cannot be read
   */
  public DataTable table(EventLayout layout, ReadOptions options) throws DataException {
    long total = countRows();
    if (total == 0) {
      throw new DataException(selection.name() + " has no rows");
    }
    try (EventRows rows = events(layout, options.label(), options.classes())) {
      return new TableReading(selection.name(), layout, options).read(rows, total);
    }
  }

  /**
   * The rows as events, one after the other.
   *
   * @param label path of the label column, where labels are wanted
   * @throws DataException when a field or the label is not in the data
   */
  public EventRows events(EventLayout layout, Optional<String> label) throws DataException {
    return events(layout, label, Optional.empty());
  }

  private EventRows events(EventLayout layout, Optional<String> label, Optional<String> classes)
      throws DataException {
    Projection fields = Projection.of(layout, leaves, source, selection.name());
    Optional<Leaf> labelColumn = column(label);
    Optional<Leaf> classColumn = column(classes);
    try {
      return new EventRows(
          selection.name(), database.another(), source, layout, fields, labelColumn, classColumn);
    } catch (SQLException e) {
      throw SqlFault.inData(selection.name(), e);
    }
  }

  private Optional<Leaf> column(Optional<String> path) throws DataException {
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(Projection.find(path.get(), leaves, selection.name()));
  }

  /** The rows cell by cell, whatever their columns are. */
  public CellRows cells() throws DataException {
    try {
      return new CellRows(selection.name(), database.another(), source, leaves);
    } catch (SQLException e) {
      throw SqlFault.inData(selection.name(), e);
    }
  }

  /**
   * Starts a file with all columns of this data and some more.
   *
   * @param file its name's end says the format
   * @param added names of the added columns and their SQL types, in order
   * @throws DataException when the format is not known or an added name is taken
   */
  public WidenedFile widen(Path file, Map<String, String> added) throws DataException {
    return WidenedFile.start(file, selection.name(), database, source, added);
  }

  @Override
  public void close() throws DataException {
    try {
      database.close();
    } catch (SQLException e) {
      throw SqlFault.inData(selection.name(), e);
    }
  }
}
