package io.residua.detector.score;

import java.util.Arrays;

/**
 * Each feature's usual residual: its root mean square over the rows in which it was observed, about
 * zero, because a network that is off on average is off.
 *
 * <p>A feature that the network rebuilds almost exactly, a near-constant one above all, would
 * otherwise outweigh all others at its first small change. So no scale is below a tenth of the
 * features' median one, nor below {@value #SMALLEST}.
 */
final class ResidualScales {
  /** In feature units, which training makes about 1. */
  static final double SMALLEST = 1e-3;

  /** Share of the median scale below which no scale falls. */
  static final double FLOOR = 0.1;

  private ResidualScales() {}

  /** One finite scale above 0 a feature. */
  static float[] of(Residuals residuals) {
    double[] rootMeanSquares = new double[residuals.width()];
    for (int feature = 0; feature < rootMeanSquares.length; feature++) {
      rootMeanSquares[feature] = rootMeanSquare(residuals, feature);
    }
    double median = medianOfPositive(rootMeanSquares);
    double floor = Math.max(SMALLEST, FLOOR * median);
    float[] scales = new float[rootMeanSquares.length];
    for (int feature = 0; feature < scales.length; feature++) {
      boolean seen = !Double.isNaN(rootMeanSquares[feature]);
      scales[feature] = (float) Math.max(floor, seen ? rootMeanSquares[feature] : median);
    }
    return scales;
  }

  /** NaN for a feature that was never observed. */
  private static double rootMeanSquare(Residuals residuals, int feature) {
    double sum = 0;
    long count = 0;
    for (int row = 0; row < residuals.rows(); row++) {
      double residual = residuals.get(row, feature);
      sum += residual * residual;
      count += residuals.observed(row, feature) ? 1 : 0;
    }
    return Math.sqrt(sum / count);
  }

  private static double medianOfPositive(double[] values) {
    double[] positive = Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
    return positive.length == 0 ? 0 : positive[positive.length / 2];
  }
}
