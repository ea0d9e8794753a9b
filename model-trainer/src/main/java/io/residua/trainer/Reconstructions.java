package io.residua.trainer;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.ResidualScore;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;

/**
 * What a network makes of a matrix, by the code that will score the stream.
 *
 * @param inputs the matrix
 * @param latents its latent vectors, row-major; handed out as they are, not to be written to
 * @param outputs its reconstruction, in the same way
 */
record Reconstructions(FeatureMatrix inputs, float[] latents, float[] outputs) {

  static Reconstructions of(Network network, FeatureMatrix inputs) {
    int width = inputs.width();
    int latentWidth = network.latentWidth();
    float[] latents = new float[inputs.rows() * latentWidth];
    float[] outputs = new float[inputs.values().length];
    NetworkRunner runner = new NetworkRunner(network);
    float[] input = new float[width];
    float[] latent = new float[latentWidth];
    float[] output = new float[width];
    for (int row = 0; row < inputs.rows(); row++) {
      System.arraycopy(inputs.values(), row * width, input, 0, width);
      runner.run(input, 1, latent, output);
      System.arraycopy(latent, 0, latents, row * latentWidth, latentWidth);
      System.arraycopy(output, 0, outputs, row * width, width);
    }
    return new Reconstructions(inputs, latents, outputs);
  }

  /**
   * For scores that do not look at what a network makes of the rows: no network runs, and latent
   * vectors have no width.
   */
  static Reconstructions withoutNetwork(FeatureMatrix inputs) {
    return new Reconstructions(inputs, new float[0], inputs.values());
  }

  int width() {
    return inputs.width();
  }

  int rows() {
    return inputs.rows();
  }

  int latentWidth() {
    return rows() == 0 ? 0 : latents.length / rows();
  }

  /** A copy of the given rows, in the given order. */
  Reconstructions select(int[] rows) {
    return new Reconstructions(
        inputs.select(rows), select(latents, latentWidth(), rows), select(outputs, width(), rows));
  }

  private static float[] select(float[] values, int width, int[] rows) {
    float[] chosen = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, chosen, i * width, width);
    }
    return chosen;
  }

  /** A copy with another's rows below. */
  Reconstructions and(Reconstructions below) {
    return new Reconstructions(
        inputs.and(below.inputs), joined(latents, below.latents), joined(outputs, below.outputs));
  }

  private static float[] joined(float[] above, float[] below) {
    float[] joined = Arrays.copyOf(above, above.length + below.length);
    System.arraycopy(below, 0, joined, above.length, below.length);
    return joined;
  }

  /** A copy in which rows are another network's, one for each given row; of one latent width. */
  Reconstructions with(int[] rows, Reconstructions others) {
    return new Reconstructions(
        inputs,
        replaced(latents, latentWidth(), rows, others.latents),
        replaced(outputs, width(), rows, others.outputs));
  }

  private static float[] replaced(float[] values, int width, int[] rows, float[] by) {
    float[] changed = values.clone();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(by, i * width, changed, rows[i] * width, width);
    }
    return changed;
  }

  /** The score of each row. */
  double[] scores(ResidualScore score) {
    int width = width();
    int latentWidth = latentWidth();
    double[] scores = new double[rows()];
    ResidualScore own = score.forOneThread();
    for (int row = 0; row < scores.length; row++) {
      int from = row * width;
      scores[row] =
          own.score(
              Arrays.copyOfRange(inputs.values(), from, from + width),
              Arrays.copyOfRange(latents, row * latentWidth, (row + 1) * latentWidth),
              Arrays.copyOfRange(outputs, from, from + width),
              Arrays.copyOfRange(inputs.observed(), from, from + width));
    }
    return scores;
  }

  /**
   * The squared residual as a share of the rows' variance around their means, over observed
   * entries, each feature in units of its scale; NaN where the rows do not vary.
   */
  double unexplained(FeatureScaling scaling) {
    double residual = 0;
    double variance = 0;
    for (int feature = 0; feature < width(); feature++) {
      double sum = 0;
      double squares = 0;
      long entries = 0;
      double scale = scaling.scale()[feature];
      for (int i = feature; i < outputs.length; i += width()) {
        if (inputs.observed()[i]) {
          double value = (inputs.values()[i] - scaling.centre()[feature]) / scale;
          double left = (inputs.values()[i] - outputs[i]) / scale;
          sum += value;
          squares += value * value;
          residual += left * left;
          entries++;
        }
      }
      variance += entries == 0 ? 0 : squares - sum * sum / entries;
    }
    return variance > 0 ? residual / variance : Double.NaN;
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
