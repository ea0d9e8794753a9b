package io.residua.detector.feature;

import java.util.Arrays;

/**
 * The training distribution made normal. Between knots (a training quantile and the normal quantile
 * of the same probability) it is linear; beyond the training range it goes on at the slope {@code 1
 * / tailScale}, so that a value far outside stays far outside.
 */
final class NormalQuantiles implements NumberTransform {
  static final int MOST_KNOTS = 1024;

  private final double[] values;
  private final double[] normals;
  private final double tailScale;

  /**
   * @param values training quantiles, finite and strictly ascending; 1 to {@value #MOST_KNOTS}
   * @param normals their normal quantiles, as many, finite and strictly ascending
   * @param tailScale finite and above 0
   */
  NormalQuantiles(double[] values, double[] normals, double tailScale) {
    if (values.length != normals.length || values.length < 1 || values.length > MOST_KNOTS) {
      throw new IllegalArgumentException(
          "expected 1 to %d knots, got %d values and %d normals"
              .formatted(MOST_KNOTS, values.length, normals.length));
    }
    if (!Double.isFinite(tailScale) || !(tailScale > 0)) {
      throw new IllegalArgumentException("expected a finite tail scale above 0, got " + tailScale);
    }
    this.values = ascending(values);
    this.normals = ascending(normals);
    this.tailScale = tailScale;
  }

  double[] values() {
    return values.clone();
  }

  double[] normals() {
    return normals.clone();
  }

  double tailScale() {
    return tailScale;
  }

  @Override
  public double apply(double x) {
    int last = values.length - 1;
    if (x <= values[0]) {
      return normals[0] + (x - values[0]) / tailScale;
    }
    if (x >= values[last]) {
      return normals[last] + (x - values[last]) / tailScale;
    }
    return between(values, normals, x);
  }

  @Override
  public double invert(double y) {
    int last = normals.length - 1;
    if (y <= normals[0]) {
      return values[0] + (y - normals[0]) * tailScale;
    }
    if (y >= normals[last]) {
      return values[last] + (y - normals[last]) * tailScale;
    }
    return between(normals, values, y);
  }

  private static double between(double[] from, double[] to, double at) {
    int found = Arrays.binarySearch(from, at);
    if (found >= 0) {
      return to[found];
    }
    int right = -found - 1;
    int left = right - 1;
    double share = share(from[left], at, from[right]);
    double distance = to[right] - to[left];
    double between =
        Double.isInfinite(distance)
            ? to[left] * (1 - share) + to[right] * share
            : to[left] + share * distance;
    // Rounding may step over the knot, and the next value then seem to be smaller.
    return Math.min(between, to[right]);
  }

  private static double share(double low, double at, double high) {
    double distance = high - low;
    // Halves, because the distance of two finite doubles can overflow.
    return Double.isInfinite(distance)
        ? (at / 2 - low / 2) / (high / 2 - low / 2)
        : (at - low) / distance;
  }

  private static double[] ascending(double[] knots) {
    for (int i = 0; i < knots.length; i++) {
      if (!Double.isFinite(knots[i]) || (i > 0 && !(knots[i] > knots[i - 1]))) {
        throw new IllegalArgumentException(
            "knots must be finite and ascending; number " + i + " is " + knots[i]);
      }
    }
    return knots.clone();
  }
}
