package io.residua.detector.feature;

import java.util.Arrays;

/** A column's present values in ascending order, and their statistics. */
final class SortedValues {
  private final double[] values;

  private SortedValues(double[] values) {
    this.values = values;
  }

  /**
   * @param values finite, at least one; sorted in place and kept
   */
  static SortedValues sorting(double[] values) {
    Arrays.sort(values);
    return new SortedValues(values);
  }

  /** The values after a transform, kept within the finite numbers. */
  SortedValues after(NumberTransform transform) {
    return sorting(Arrays.stream(values).map(x -> finite(transform.apply(x))).toArray());
  }

  private static double finite(double x) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
  }

  int size() {
    return values.length;
  }

  double min() {
    return values[0];
  }

  double max() {
    return values[values.length - 1];
  }

  boolean isConstant() {
    return min() == max();
  }

  /** The p-quantile, interpolated linearly between neighbours (Hyndman and Fan's type 7). */
  double quantile(double p) {
    double at = p * (values.length - 1);
    int left = (int) at;
    double low = values[left];
    double high = values[Math.min(left + 1, values.length - 1)];
    double share = at - left;
    double distance = high - low;
    double between =
        Double.isInfinite(distance) ? low * (1 - share) + high * share : low + share * distance;
    // Rounding must not carry the result past either neighbour.
    return Math.max(low, Math.min(high, between));
  }

  /** Mean and deviation of the values clipped to the quantiles p and 1 - p. */
  Moments moments(double p) {
    double low = quantile(p);
    double high = quantile(1 - p);
    double unit = Math.max(Math.abs(low), Math.abs(high));
    if (unit == 0) {
      return new Moments(0, 0);
    }
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double x = Math.max(low, Math.min(high, values[i])) / unit;
      double difference = x - mean;
      mean += difference / (i + 1);
      squares += difference * (x - mean);
    }
    return new Moments(mean * unit, Math.sqrt(squares / values.length) * unit);
  }

  /**
   * Mean and standard deviation (of the population), computed in units of the largest value so that
   * nothing overflows and equal values deviate by exactly 0 (Welford 1962).
   */
  record Moments(double mean, double deviation) {}
}
