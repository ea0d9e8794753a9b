package io.residua.detector.score;

import java.util.Arrays;

/**
 * How rare large numbers are among those of normal records, as if their tail were exponential: a
 * share of about {@code e^−u} lies above a number whose surprise is u. Logarithms of scores have
 * such tails where scores have a Pareto tail, and log-odds of a classifier where its odds do.
 *
 * @param location the number whose surprise is 0
 * @param scale what adds 1 to the surprise, above 0
 */
public record ExponentialTail(double location, double scale) {
  /** Where normal records are all alike, they do not tell how rare others are. */
  private static final double LEAST_SCALE = 0.02;

  /** The tail is the highest of so many. */
  private static final int TAIL_ONE_IN = 10;

  public ExponentialTail {
    if (!Double.isFinite(location) || !(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException(
          "a tail's location must be finite, its scale finite and above 0, got %s and %s"
              .formatted(location, scale));
    }
  }

  /**
   * Fits the tail to the highest tenth: its scale is their mean excess over the highest of the
   * others, the maximum of the likelihood (Hill, "A Simple General Approach to Inference About the
   * Tail of a Distribution", 1975). A tenth is few of a small table's rows, but more would no
   * longer be the tail.
   *
   * @param values of normal records, at least one, finite
   */
  public static ExponentialTail of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int tail = Math.max(1, sorted.length / TAIL_ONE_IN);
    double threshold = sorted[Math.max(0, sorted.length - tail - 1)];
    double excess = 0;
    for (int i = sorted.length - tail; i < sorted.length; i++) {
      excess += (sorted[i] - threshold) / tail;
    }
    double scale = Math.max(LEAST_SCALE, excess);
    return new ExponentialTail(threshold - scale * Math.log((double) sorted.length / tail), scale);
  }

  /** Below 0 for what is usual. */
  double surprise(double value) {
    return (value - location) / scale;
  }
}
