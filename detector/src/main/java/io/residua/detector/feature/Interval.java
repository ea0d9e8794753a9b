package io.residua.detector.feature;

/**
 * The numbers from one to another.
 *
 * @param low finite
 * @param high finite, at least {@code low}
 */
public record Interval(double low, double high) {
  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "expected finite bounds, low at most high, got " + low + " and " + high);
    }
  }
}
