package io.residua.benchmarks.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one key that belong together.
 *
 * @param from the first, from 0
 * @param to the last
 */
record RowRange(int from, int to) {
  RowRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("expected 0 <= from <= to, got " + from + " and " + to);
    }
  }

  /**
   * Groups the rows that are set.
   *
   * @param closer rows less than this far apart are one range; 2 joins neighbours only
   */
  static List<RowRange> of(boolean[] set, int closer) {
    List<RowRange> ranges = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (int row = 0; row < set.length; row++) {
      if (!set[row]) {
        continue;
      }
      if (from >= 0 && row - last >= closer) {
        ranges.add(new RowRange(from, last));
        from = row;
      }
      from = from < 0 ? row : from;
      last = row;
    }
    if (from >= 0) {
      ranges.add(new RowRange(from, last));
    }
    return ranges;
  }

  int rows() {
    return to - from + 1;
  }

  /** Whether the two meet when this one is widened by so many rows on both sides. */
  boolean meets(RowRange other, int widened) {
    return other.from <= to + widened && other.to >= from - widened;
  }
}
