package io.residua.detector.score;

import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fits a {@link ReconstructionProbability} to normal records that the network was not trained on:
 * each feature's variance is the mean square of what samples of the posterior leave over of it,
 * with the floor of {@link StandardisedResidual}'s scales. The same records and seed give the same
 * score.
 */
public final class ReconstructionProbabilityFitter {
  /** The score does not look at the network's own reconstruction. */
  private static final float[] NOTHING = {};

  private ReconstructionProbabilityFitter() {}

  /**
   * Fits a score.
   *
   * @param network whose latent vector is the posterior's mean
   * @param logVariance layers from the input to the logarithm of the posterior's variance
   * @param inputs at least one row of the network's width, row-major; only read
   * @param latents their latent vectors; only read
   * @param observed which features took part; only read
   * @param samples of the posterior for a record, 1 to {@link
   *     ReconstructionProbability#MOST_SAMPLES}
   * @param seed of their noise
   * @throws IllegalArgumentException when the lengths do not fit
   */
  public static ReconstructionProbability fit(
      Network network,
      List<Layer> logVariance,
      float[] inputs,
      float[] latents,
      boolean[] observed,
      int samples,
      long seed) {
    int width = network.width();
    float[] noise =
        NormalNumbers.array(samples * network.latentWidth(), new SplittableRandom(seed));
    float[] ones = new float[width];
    Arrays.fill(ones, 1);
    ReconstructionProbability unit =
        new ReconstructionProbability(network, logVariance, ones, noise);
    float[] left = rootMeanSquares(unit, inputs, latents);
    float[] variance =
        ResidualScales.of(new Residuals(width, left, new float[left.length], observed));
    for (int i = 0; i < width; i++) {
      variance[i] *= variance[i];
    }
    return new ReconstructionProbability(network, logVariance, variance, noise);
  }

  /** What samples leave over of each feature of each row. */
  private static float[] rootMeanSquares(
      ReconstructionProbability unit, float[] inputs, float[] latents) {
    ResidualScore score = unit.forOneThread();
    int width = unit.width();
    int rows = inputs.length / width;
    int latentWidth = latents.length / Math.max(1, rows);
    float[] left = new float[inputs.length];
    double[] halves = new double[width];
    for (int row = 0; row < rows; row++) {
      score.contributions(
          Arrays.copyOfRange(inputs, row * width, (row + 1) * width),
          Arrays.copyOfRange(latents, row * latentWidth, (row + 1) * latentWidth),
          NOTHING,
          Observed.all(width),
          halves);
      for (int i = 0; i < width; i++) {
        left[row * width + i] = (float) Math.sqrt(2 * halves[i]);
      }
    }
    return left;
  }
}
