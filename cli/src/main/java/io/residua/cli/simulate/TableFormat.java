package io.residua.cli.simulate;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How a table is written, as its file's name says.
 *
 * @param json JSON lines rather than CSV
 * @param gzip compressed
 */
record TableFormat(boolean json, boolean gzip) {

  /**
   * The format of a name that ends in .csv, .jsonl or .ndjson, each with or without .gz.
   *
   * @throws IllegalArgumentException when it ends in anything else
   */
  static TableFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean gzip = name.endsWith(".gz");
    String plain = gzip ? name.substring(0, name.length() - ".gz".length()) : name;
    boolean json = plain.endsWith(".jsonl") || plain.endsWith(".ndjson");
    if (!json && !plain.endsWith(".csv")) {
      throw new IllegalArgumentException(
          "expected a file name ending in .csv, .csv.gz, .jsonl or .jsonl.gz, found " + file);
    }
    return new TableFormat(json, gzip);
  }
}
