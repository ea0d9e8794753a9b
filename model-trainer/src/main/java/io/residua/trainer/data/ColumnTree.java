package io.residua.trainer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns with the fields of nested records laid flat, by dotted paths. */
final class ColumnTree {
  /** Deeper nesting is not looked into. */
  private static final int DEEPEST = 16;

  private final List<Leaf> leaves = new ArrayList<>();

  private ColumnTree() {}

  /**
   * @param types a table's columns and their types
   */
  static List<Leaf> leaves(Map<String, String> types) {
    ColumnTree tree = new ColumnTree();
    types.forEach((name, type) -> tree.add(name, type, Sql.name(name), 0));
    return List.copyOf(tree.leaves);
  }

  private void add(String path, String type, String expression, int depth) {
    if (!NestedType.isRecord(type) || depth == DEEPEST) {
      leaves.add(new Leaf(new DataColumn(path, ColumnKind.ofSqlType(type)), type, expression));
      return;
    }
    NestedType.fields(type)
        .forEach(
            (name, inner) ->
                add(
                    path + "." + name,
                    inner,
                    "struct_extract(" + expression + ", " + Sql.text(name) + ")",
                    depth + 1));
  }
}
