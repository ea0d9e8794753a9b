package io.residua.detector.score;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import java.util.SplittableRandom;

/**
 * Fits a {@link MultiScaleResidual} to normal records. The same records and seed give the same
 * score.
 */
public final class MultiScaleFitter {
  /** Levels in units of the features' scales: from what training hardly sees to half of them. */
  private static final float[] LEVELS = {0.05f, 0.1f, 0.2f, 0.5f};

  private MultiScaleFitter() {}

  /**
   * Fits a score of the usual levels.
   *
   * @param network whose residuals they are
   * @param inputs at least one row of the network's width, row-major; only read
   * @param observed which features took part; only read
   * @param unit each feature's scale, in which noise is measured, above 0
   * @param vectors noise vectors, 1 to {@link MultiScaleResidual#MOST_RUNS} by four
   * @param seed of the noise
   * @throws IllegalArgumentException when the lengths do not fit
   */
  public static MultiScaleResidual fit(
      Network network, float[] inputs, boolean[] observed, float[] unit, int vectors, long seed) {
    float[] noise = noise(unit, vectors, seed);
    float[] scale = new float[LEVELS.length * network.width()];
    for (int i = 0; i < LEVELS.length; i++) {
      float[] outputs = outputs(network, inputs, observed, noise, LEVELS[i]);
      float[] scales = ResidualScales.of(new Residuals(network.width(), inputs, outputs, observed));
      System.arraycopy(scales, 0, scale, i * scales.length, scales.length);
    }
    return new MultiScaleResidual(network, LEVELS, noise, scale);
  }

  private static float[] noise(float[] unit, int vectors, long seed) {
    float[] noise = NormalNumbers.array(vectors * unit.length, new SplittableRandom(seed));
    for (int i = 0; i < noise.length; i++) {
      noise[i] *= unit[i % unit.length];
    }
    return noise;
  }

  /** What the network makes of the rows with noise, each with one of the vectors. */
  private static float[] outputs(
      Network network, float[] inputs, boolean[] observed, float[] noise, float level) {
    int width = network.width();
    float[] noisy = inputs.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += observed[i] ? level * noise[i % noise.length] : 0;
    }
    float[] outputs = new float[inputs.length];
    int rows = inputs.length / width;
    new NetworkRunner(network).run(noisy, rows, new float[rows * network.latentWidth()], outputs);
    return outputs;
  }
}
