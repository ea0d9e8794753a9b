package io.residua.trainer;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.ResidualScore;
import io.residua.trainer.train.FeatureMatrix;
import java.util.Arrays;

/**
 * What a network makes of a matrix, by the code that will score the stream.
 *
 * @param inputs the matrix
 * @param outputs its reconstruction, row-major; handed out as it is, not to be written to
 */
record Reconstructions(FeatureMatrix inputs, float[] outputs) {

  static Reconstructions of(Network network, FeatureMatrix inputs) {
    int width = inputs.width();
    float[] outputs = new float[inputs.values().length];
    NetworkRunner runner = new NetworkRunner(network);
    float[] input = new float[width];
    float[] latent = new float[network.latentWidth()];
    float[] output = new float[width];
    for (int row = 0; row < inputs.rows(); row++) {
      System.arraycopy(inputs.values(), row * width, input, 0, width);
      runner.run(input, 1, latent, output);
      System.arraycopy(output, 0, outputs, row * width, width);
    }
    return new Reconstructions(inputs, outputs);
  }

  /** For scores that do not look at what a network makes of the rows: no network runs. */
  static Reconstructions withoutNetwork(FeatureMatrix inputs) {
    return new Reconstructions(inputs, inputs.values());
  }

  int width() {
    return inputs.width();
  }

  int rows() {
    return inputs.rows();
  }

  /** A copy of the given rows, in the given order. */
  Reconstructions select(int[] rows) {
    float[] chosen = new float[rows.length * width()];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(outputs, rows[i] * width(), chosen, i * width(), width());
    }
    return new Reconstructions(inputs.select(rows), chosen);
  }

  /** A copy with another's rows below. */
  Reconstructions and(Reconstructions below) {
    float[] joined = Arrays.copyOf(outputs, outputs.length + below.outputs.length);
    System.arraycopy(below.outputs, 0, joined, outputs.length, below.outputs.length);
    return new Reconstructions(inputs.and(below.inputs), joined);
  }

  /** A copy in which rows have another network's outputs, one for each given row. */
  Reconstructions with(int[] rows, Reconstructions others) {
    float[] changed = outputs.clone();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(others.outputs, i * width(), changed, rows[i] * width(), width());
    }
    return new Reconstructions(inputs, changed);
  }

  /** The score of each row. */
  double[] scores(ResidualScore score) {
    int width = width();
    double[] scores = new double[rows()];
    ResidualScore own = score.forOneThread();
    for (int row = 0; row < scores.length; row++) {
      int from = row * width;
      scores[row] =
          own.score(
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
    for (int row = 0; row < rows(); row++) {
      for (int i = row * width() + firstFeature; i < row * width() + endFeature; i++) {
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
