package io.residua.cli.produce;

import io.residua.cli.CommandFailure;
import io.residua.trainer.data.CellRows;
import io.residua.trainer.data.DataColumn;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A data file's rows, one after the other, in constant memory. Not thread-safe. */
public final class RowFile implements AutoCloseable {
  private final Path file;
  private final DataReader reader;
  private final CellRows rows;
  private final List<TableColumn> columns;

  private RowFile(Path file, DataReader reader, CellRows rows) {
    this.file = file;
    this.reader = reader;
    this.rows = rows;
    this.columns = columns(rows);
  }

  /**
   * @throws DataException when there is no such file or it cannot be read
   */
  public static RowFile open(Path file) throws DataException {
    DataReader reader = DataReader.open(DataSelection.ofFile(file));
    try {
      return new RowFile(file, reader, reader.cells());
    } catch (DataException | RuntimeException failure) {
      reader.close();
      throw failure;
    }
  }

  public List<TableColumn> columns() {
    return columns;
  }

  /**
   * Where a column stands in a row.
   *
   * @throws CommandFailure when there is none of this name
   */
  public int column(String path) throws CommandFailure {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).path().equals(path)) {
        return i;
      }
    }
    throw new CommandFailure(
        "there is no column %s in %s; it has %s"
            .formatted(
                path, file, String.join(", ", columns.stream().map(TableColumn::path).toList())));
  }

  /** The next row: a buffer, overwritten by the next call; null at the end. */
  public Object[] next() throws DataException {
    return rows.next();
  }

  @Override
  public void close() throws DataException {
    rows.close();
    reader.close();
  }

  private static List<TableColumn> columns(CellRows rows) {
    List<TableColumn> columns = new ArrayList<>();
    for (DataColumn column : rows.columns()) {
      CellType type =
          switch (column.kind()) {
            case NUMBER -> rows.isWhole(columns.size()) ? CellType.WHOLE : CellType.NUMBER;
            case BOOLEAN -> CellType.FLAG;
            case TIME -> CellType.INSTANT;
            case TEXT, MIXED, OTHER -> CellType.TEXT;
          };
      columns.add(new TableColumn(column.path(), type));
    }
    return List.copyOf(columns);
  }
}
