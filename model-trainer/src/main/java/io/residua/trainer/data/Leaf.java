package io.residua.trainer.data;

/**
 * A column and how SQL gets at it.
 *
 * @param sqlType its type in DuckDB's spelling
 * @param expression its value for a row
 */
record Leaf(DataColumn column, String sqlType, String expression) {
  String path() {
    return column.path();
  }

  ColumnKind kind() {
    return column.kind();
  }
}
