package io.residua.trainer.family;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;

/**
 * What a trained network makes of rows.
 *
 * @param latent rows × latent width
 * @param error the mean squared error of its output
 */
record Latents(int width, float[] latent, double error) {
  /** Fits to rows, and looks at others. */
  static Latents of(ModelSpec spec, FeatureMatrix rows, FeatureMatrix others, long seed) {
    try {
      return of(
          AutoencoderFitter.fit(spec, rows, others, seed, TrainingListener.SILENT).network(),
          others);
    } catch (TrainingException e) {
      throw new AssertionError(e);
    }
  }

  static Latents of(Network network, FeatureMatrix rows) {
    float[] latent = new float[rows.rows() * network.latentWidth()];
    float[] output = new float[rows.values().length];
    new NetworkRunner(network).run(rows.values(), rows.rows(), latent, output);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double residual = rows.values()[i] - output[i];
      sum += residual * residual;
    }
    return new Latents(network.latentWidth(), latent, sum / output.length);
  }

  /** The share of numbers of less than a hundredth of the root of the mean square of all. */
  double shareNearZero() {
    double square = 0;
    for (float value : latent) {
      square += (double) value * value / latent.length;
    }
    int near = 0;
    for (float value : latent) {
      near += Math.abs(value) < 0.01 * Math.sqrt(square) ? 1 : 0;
    }
    return (double) near / latent.length;
  }

  /** The mean of each latent number. */
  double[] means() {
    double[] means = new double[width];
    for (int i = 0; i < latent.length; i++) {
      means[i % width] += (double) latent[i] * width / latent.length;
    }
    return means;
  }
}
