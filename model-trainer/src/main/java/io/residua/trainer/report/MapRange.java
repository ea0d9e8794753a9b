package io.residua.trainer.report;

import java.util.Arrays;

/**
 * The part of an axis that a map shows: where nearly all usual values lie, and as far again on
 * either side, but no further than there are values. A few records far out would leave a single dot
 * of all others.
 *
 * @param low finite
 * @param high finite, not below
 */
record MapRange(double low, double high) {
  private static final double TAIL = 0.02;

  /**
   * @param values at least one, finite
   * @param usual which of them are; all are where these are none
   */
  static MapRange of(double[] values, int[] usual) {
    double[] all = values.clone();
    Arrays.sort(all);
    double[] sorted =
        usual.length == 0 ? all : Arrays.stream(usual).mapToDouble(i -> values[i]).toArray();
    Arrays.sort(sorted);
    int tail = (int) (TAIL * sorted.length);
    double low = sorted[tail];
    double high = sorted[sorted.length - 1 - tail];
    double margin = high > low ? high - low : Double.POSITIVE_INFINITY;
    return new MapRange(
        Math.max(all[0], low - margin), Math.min(all[all.length - 1], high + margin));
  }

  double extent() {
    return high - low;
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /** How far a value lies from the middle; at an end for one that lies outside. */
  double fromMiddle(double value) {
    return Math.max(low, Math.min(high, value)) - (low + high) / 2;
  }
}
