package io.residua.trainer.data;

import java.util.Objects;
import java.util.Optional;

/**
 * What a table is to be read with.
 *
 * @param label path of the label column, where there is one
 * @param mostRows larger data is sampled down to this many rows, uniformly and in order
 * @param seed of the sample
 */
public record ReadOptions(Optional<String> label, long mostRows, long seed) {
  public static final int MOST_ROWS = 1_000_000;

  public ReadOptions {
    Objects.requireNonNull(label, "label");
    if (mostRows < 1) {
      throw new IllegalArgumentException("a table has at least 1 row, got " + mostRows);
    }
  }

  /** No label, at most {@value #MOST_ROWS} rows. */
  public static ReadOptions defaults(long seed) {
    return new ReadOptions(Optional.empty(), MOST_ROWS, seed);
  }

  public ReadOptions withLabel(Optional<String> column) {
    return new ReadOptions(column, mostRows, seed);
  }

  public ReadOptions withMostRows(long rows) {
    return new ReadOptions(label, rows, seed);
  }
}
