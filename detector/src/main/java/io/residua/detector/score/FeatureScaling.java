package io.residua.detector.score;

import java.util.Arrays;

/**
 * Each feature's centre and scale on normal rows, for models that bring their own: whatever the
 * definition's transforms shift or stretch evenly, such a model stays the same.
 *
 * <p>The centre is the mean. The scale is what the distance of the 5 % and 95 % quantiles says the
 * standard deviation is, but at least 0.3 of the real one, so that a feature which rarely differs
 * from its usual value is not stretched without bound; where the two quantiles are one, it is the
 * standard deviation; 1 for a feature that does not vary.
 *
 * @param centre one a feature
 * @param scale one above 0 a feature
 */
public record FeatureScaling(float[] centre, float[] scale) {
  /** Distance of a normal distribution's 5 % and 95 % quantiles, in standard deviations. */
  private static final double QUANTILES_APART = 3.29;

  private static final double LEAST = 0.3;
  private static final double NOTHING = 1e-9;

  /**
   * Fits to rows.
   *
   * @param width features a row
   * @param values row-major; only read
   * @param observed which of them count; only read
   */
  public static FeatureScaling of(int width, float[] values, boolean[] observed) {
    FeatureScaling scaling = new FeatureScaling(new float[width], new float[width]);
    for (int feature = 0; feature < width; feature++) {
      scaling.fit(feature, column(width, feature, values, observed));
    }
    return scaling;
  }

  private static double[] column(int width, int feature, float[] values, boolean[] observed) {
    double[] column = new double[values.length / width];
    int count = 0;
    for (int at = feature; at < values.length; at += width) {
      if (observed[at]) {
        column[count++] = values[at];
      }
    }
    return Arrays.copyOf(column, count);
  }

  private void fit(int feature, double[] column) {
    Arrays.sort(column);
    double mean = Arrays.stream(column).average().orElse(0);
    double variance = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance);
    centre[feature] = (float) mean;
    scale[feature] = 1;
    if (deviation > NOTHING * Math.max(1, Math.abs(mean))) {
      double apart = (quantile(column, 0.95) - quantile(column, 0.05)) / QUANTILES_APART;
      boolean spread = apart > NOTHING * deviation;
      scale[feature] = (float) (spread ? Math.max(apart, LEAST * deviation) : deviation);
    }
  }

  /** Linear between the two values around it. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
