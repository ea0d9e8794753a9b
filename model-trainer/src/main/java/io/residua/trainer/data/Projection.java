package io.residua.trainer.data;

import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns that a layout reads, found in the data.
 *
 * @param leaves columns in the order of the select list
 * @param cells how each of them is read
 */
record Projection(List<Leaf> leaves, List<CellReader> cells) {

  /**
   * @throws DataException when a field is not in the data or its column cannot be read as its kind
   */
  static Projection of(EventLayout layout, List<Leaf> available, Source source, String dataName)
      throws DataException {
    List<Leaf> leaves = new ArrayList<>();
    List<CellReader> cells = new ArrayList<>();
    for (String path : layout.paths()) {
      Leaf leaf = find(path, available, dataName);
      boolean number = layout.indexOf(path, FieldKind.NUMBER) >= 0;
      requireReadable(leaf, number && !source.untyped(), dataName);
      leaves.add(leaf);
      cells.add(CellReader.of(leaf, number && source.untyped()));
    }
    return new Projection(leaves, cells);
  }

  static Leaf find(String path, List<Leaf> available, String dataName) throws DataException {
    Optional<Leaf> found = available.stream().filter(leaf -> leaf.path().equals(path)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> closest = ClosestNames.to(path, available.stream().map(Leaf::path).toList());
    throw new DataException(
        "field %s is not in %s; the closest columns are %s"
            .formatted(path, dataName, String.join(", ", closest)));
  }

  private static void requireReadable(Leaf leaf, boolean strictNumber, String dataName)
      throws DataException {
    if (leaf.kind() == ColumnKind.OTHER) {
      throw new DataException(
          "field %s: expected numbers, text or points in time, found %s in %s"
              .formatted(leaf.path(), leaf.sqlType(), dataName));
    }
    if (strictNumber && leaf.kind() == ColumnKind.TEXT) {
      throw new DataException(
          "field %s: expected numbers, found text in %s; encode it as a category or store it as numbers"
              .formatted(leaf.path(), dataName));
    }
  }

  List<String> paths() {
    return leaves.stream().map(Leaf::path).toList();
  }

  String selectList() {
    return leaves.stream().map(Leaf::expression).collect(Collectors.joining(", "));
  }
}
