package io.residua.detector.score;

import java.util.Arrays;

/**
 * Numbers in units of their dimension's standard deviation, about its mean. No unit is below a
 * hundredth of the widest dimension's, so that one that hardly varies does not count as much as the
 * others.
 *
 * @param centre one a dimension
 * @param unit one above 0 a dimension
 */
record Standardisation(double[] centre, double[] unit) {
  private static final double LEAST = 1e-2;

  /**
   * @param rows at least one of so many numbers, row-major
   */
  static Standardisation of(int width, float[] rows) {
    int count = rows.length / width;
    double[] centre = new double[width];
    double[] unit = new double[width];
    for (int i = 0; i < rows.length; i++) {
      centre[i % width] += (double) rows[i] / count;
    }
    for (int i = 0; i < rows.length; i++) {
      double apart = rows[i] - centre[i % width];
      unit[i % width] += apart * apart / count;
    }
    double widest = Math.sqrt(Arrays.stream(unit).max().orElseThrow());
    for (int i = 0; i < width; i++) {
      unit[i] = widest > 0 ? Math.max(Math.sqrt(unit[i]), LEAST * widest) : 1;
    }
    return new Standardisation(centre, unit);
  }

  float[] scaled(float[] rows) {
    int width = centre.length;
    float[] scaled = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scaled[i] = (float) ((rows[i] - centre[i % width]) / unit[i % width]);
    }
    return scaled;
  }

  /** A mixture of such numbers as one of the numbers as they are. */
  GaussianMixture unscaled(GaussianMixture mixture) {
    int width = centre.length;
    float[] means = mixture.means();
    float[] factors = mixture.factors();
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (means[i] * unit[i % width] + centre[i % width]);
    }
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (factors[i] / unit[i % width]);
    }
    return new GaussianMixture(width, mixture.weights(), means, factors);
  }
}
