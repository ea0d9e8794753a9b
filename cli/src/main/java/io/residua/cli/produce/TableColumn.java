package io.residua.cli.produce;

import java.util.Objects;

/**
 * One column of a table.
 *
 * @param path its name; dots step into nested records
 * @param type what its cells become
 */
public record TableColumn(String path, CellType type) {
  public TableColumn {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(type, "type");
  }
}
