package io.residua.trainer.data;

import java.nio.file.Path;

/** Spelling of SQL's names and texts, so that nothing in them is read as SQL. */
final class Sql {
  private Sql() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * A file's path as DuckDB reads one: characters that would make a pattern stand for themselves.
   */
  static String path(Path path) {
    return text(path.toString().replaceAll("([*?\\[])", "[$1]"));
  }
}
