package io.residua.benchmarks.experiments;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;

/** What a network makes of rows. */
final class Encoded {
  private Encoded() {}

  /** The latent vectors, with the rows' classes. */
  static FeatureMatrix latent(Network network, FeatureMatrix rows) {
    float[] latent = new float[rows.rows() * network.latentWidth()];
    new NetworkRunner(network)
        .run(rows.values(), rows.rows(), latent, new float[rows.values().length]);
    boolean[] observed = new boolean[latent.length];
    Arrays.fill(observed, true);
    FeatureMatrix encoded = new FeatureMatrix(network.latentWidth(), latent, observed);
    int[] classes = new int[rows.rows()];
    Arrays.setAll(classes, rows::classOf);
    return encoded.withClasses(classes);
  }

  /** The mean over rows of the squared distance between a row and its reconstruction. */
  static double squaredError(Network network, FeatureMatrix rows) {
    float[] output = new float[rows.values().length];
    new NetworkRunner(network)
        .run(rows.values(), rows.rows(), new float[rows.rows() * network.latentWidth()], output);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double residual = output[i] - rows.values()[i];
      sum += residual * residual;
    }
    return sum / rows.rows();
  }
}
