package io.residua.detector.suggest;

import java.util.List;
import java.util.Objects;

/**
 * What sample data says of one column.
 *
 * @param name the column's path, with dots into nested records
 * @param kind what its values are
 * @param rows rows of the sample
 * @param missing in how many of them it is missing or not finite
 * @param distinct different values, missing not counted; may be an estimate
 * @param min smallest number, or point in time in milliseconds since 1970; NaN for other kinds and
 *     where every row is missing, like the next four
 * @param q05 5 % quantile
 * @param median 50 % quantile
 * @param q95 95 % quantile
 * @param max largest
 * @param ascending whether the value never decreases from row to row of the sample
 * @param examples some values as text, the most frequent first
 */
public record ColumnProfile(
    String name,
    Kind kind,
    long rows,
    long missing,
    long distinct,
    double min,
    double q05,
    double median,
    double q95,
    double max,
    boolean ascending,
    List<String> examples) {
  public ColumnProfile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    examples = List.copyOf(examples);
    if (rows < 0 || missing < 0 || missing > rows || distinct < 0) {
      throw new IllegalArgumentException(
          "expected 0 <= missing <= rows and distinct >= 0, got %d, %d and %d"
              .formatted(missing, rows, distinct));
    }
  }

  /** What a column's values are. */
  public enum Kind {
    NUMBER,
    TEXT,
    TIME,
    BOOLEAN
  }

  /** In how many rows it is present. */
  long present() {
    return rows - missing;
  }
}
