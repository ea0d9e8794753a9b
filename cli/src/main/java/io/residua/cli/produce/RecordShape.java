package io.residua.cli.produce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a flat row becomes a record: columns that share a prefix up to a dot stand in one nested
 * record. Immutable.
 *
 * @param members names and members, in the order of their first column
 */
record RecordShape(Map<String, Member> members) {

  /** One member of a record. */
  sealed interface Member {}

  /** A column's cell. */
  record Cell(int column, CellType type) implements Member {}

  /** A nested record. */
  record Nested(RecordShape shape) implements Member {}

  /**
   * @throws IllegalArgumentException when a name stands for both a cell and a record
   */
  static RecordShape of(List<TableColumn> columns) {
    Builder root = new Builder();
    for (int i = 0; i < columns.size(); i++) {
      root.add(columns.get(i).path(), columns.get(i).path(), new Cell(i, columns.get(i).type()));
    }
    return root.build();
  }

  private static final class Builder {
    private final Map<String, Object> parts = new LinkedHashMap<>();

    void add(String path, String whole, Cell cell) {
      int dot = path.indexOf('.');
      String name = dot < 0 ? path : path.substring(0, dot);
      Object there = parts.get(name);
      if (dot < 0 && there == null) {
        parts.put(name, cell);
      } else if (dot >= 0 && (there == null || there instanceof Builder)) {
        Builder nested = there == null ? new Builder() : (Builder) there;
        parts.put(name, nested);
        nested.add(path.substring(dot + 1), whole, cell);
      } else {
        throw new IllegalArgumentException(
            "column %s cannot stand beside another column %s".formatted(whole, name));
      }
    }

    RecordShape build() {
      Map<String, Member> members = new LinkedHashMap<>();
      parts.forEach(
          (name, part) ->
              members.put(
                  name, part instanceof Builder nested ? new Nested(nested.build()) : (Cell) part));
      return new RecordShape(members);
    }
  }
}
