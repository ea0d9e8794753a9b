package io.residua.detector.feature;

/**
 * {@code x} within bounds.
 *
 * @param low finite
 * @param high finite, at least {@code low}
 */
record Clip(double low, double high) implements NumberTransform {
  Clip {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "expected finite bounds, low at most high, got " + low + " and " + high);
    }
  }

  @Override
  public double apply(double x) {
    return Math.max(low, Math.min(high, x));
  }

  @Override
  public double invert(double y) {
    return y;
  }
}
