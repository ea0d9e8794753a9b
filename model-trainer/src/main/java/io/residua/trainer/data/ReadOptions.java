package io.residua.trainer.data;

import java.util.Objects;
import java.util.Optional;

/**
 * What a table is to be read with.
 *
 * @param label path of the label column, where there is one
 * @param classes path of the column that names each row's class, where there is one
 * @param mostRows larger data is sampled down to this many rows, uniformly and in order
 * @param seed of the sample
 */
public record ReadOptions(
    Optional<String> label, Optional<String> classes, long mostRows, long seed) {
  public static final int MOST_ROWS = 1_000_000;

  public ReadOptions {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(classes, "classes");
    if (mostRows < 1) {
      throw new IllegalArgumentException("a table has at least 1 row, got " + mostRows);
    }
  }

  /** No label, no classes, at most {@value #MOST_ROWS} rows. */
  public static ReadOptions defaults(long seed) {
    return new ReadOptions(Optional.empty(), Optional.empty(), MOST_ROWS, seed);
  }

  public ReadOptions withLabel(Optional<String> column) {
    return new ReadOptions(column, classes, mostRows, seed);
  }

  public ReadOptions withClasses(Optional<String> column) {
    return new ReadOptions(label, column, mostRows, seed);
  }

  public ReadOptions withMostRows(long rows) {
    return new ReadOptions(label, classes, rows, seed);
  }
}
