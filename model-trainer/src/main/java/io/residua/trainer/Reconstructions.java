package io.residua.trainer;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.ResidualScore;
import io.residua.trainer.train.FeatureMatrix;
import java.util.Arrays;

/** What a network makes of a matrix, by the code that will score the stream. */
final class Reconstructions {
  private final FeatureMatrix inputs;
  private final float[] outputs;

  Reconstructions(Network network, FeatureMatrix inputs) {
    this.inputs = inputs;
    this.outputs = new float[inputs.values().length];
    int width = inputs.width();
    NetworkRunner runner = new NetworkRunner(network);
    float[] input = new float[width];
    float[] latent = new float[network.latentWidth()];
    float[] output = new float[width];
    for (int row = 0; row < inputs.rows(); row++) {
      System.arraycopy(inputs.values(), row * width, input, 0, width);
      runner.run(input, 1, latent, output);
      System.arraycopy(output, 0, outputs, row * width, width);
    }
  }

  FeatureMatrix inputs() {
    return inputs;
  }

  float[] outputs() {
    return outputs;
  }

  /** The score of each row. */
  double[] scores(ResidualScore score) {
    int width = inputs.width();
    double[] scores = new double[inputs.rows()];
    for (int row = 0; row < scores.length; row++) {
      int from = row * width;
      scores[row] =
          score.score(
              Arrays.copyOfRange(inputs.values(), from, from + width),
              Arrays.copyOfRange(outputs, from, from + width),
              Arrays.copyOfRange(inputs.observed(), from, from + width));
    }
    return scores;
  }

  /** Mean squared residual over the observed entries of some features; NaN when there are none. */
  double meanSquaredResidual(int firstFeature, int endFeature) {
    double sum = 0;
    long entries = 0;
    for (int row = 0; row < inputs.rows(); row++) {
      for (int i = row * inputs.width() + firstFeature;
          i < row * inputs.width() + endFeature;
          i++) {
        if (inputs.observed()[i]) {
          double residual = inputs.values()[i] - outputs[i];
          sum += residual * residual;
          entries++;
        }
      }
    }
    return sum / entries;
  }
}
