package io.residua.trainer.baseline;

import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.ResidualScoreFitter;
import io.residua.detector.score.WhitenedResidual;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;

/**
 * The squared Mahalanobis distance from the mean, with a shrunk covariance: what a whitened
 * residual is to a network that rebuilds every record as the mean. Beyond {@value
 * WhitenedResidual#MOST_FEATURES} features, correlations are left out.
 */
final class MahalanobisDistance implements FittedBaseline {
  /** The residual is that of the mean: there is no network. */
  private static final float[] NO_LATENT = {};

  private final ResidualScore score;
  private final float[] mean;
  private final boolean[] all;

  private MahalanobisDistance(ResidualScore score, float[] mean) {
    this.score = score;
    this.mean = mean;
    this.all = new boolean[mean.length];
    Arrays.fill(all, true);
  }

  static MahalanobisDistance fit(FeatureMatrix rows) {
    int width = rows.width();
    double[] sums = new double[width];
    for (int at = 0; at < rows.values().length; at++) {
      sums[at % width] += rows.values()[at];
    }
    float[] mean = new float[width];
    for (int i = 0; i < width; i++) {
      mean[i] = (float) (sums[i] / rows.rows());
    }
    float[] means = new float[rows.values().length];
    for (int at = 0; at < means.length; at++) {
      means[at] = mean[at % width];
    }
    ResidualKind kind =
        width <= WhitenedResidual.MOST_FEATURES ? ResidualKind.WHITENED : ResidualKind.STANDARDISED;
    boolean[] all = new boolean[means.length];
    Arrays.fill(all, true);
    return new MahalanobisDistance(
        ResidualScoreFitter.fit(kind, width, rows.values(), means, all), mean);
  }

  @Override
  public double score(float[] values) {
    return score.score(values, NO_LATENT, mean, all);
  }
}
