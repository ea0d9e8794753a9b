package io.residua.trainer.family;

import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.SplittableRandom;

/** Rows of well separated groups, each a plane of its own way through eight dimensions. */
final class ClusterSamples {
  static final int GROUPS = 5;
  static final int WIDTH = 8;

  private ClusterSamples() {}

  /** Rows of each group in turn: a centre, two normal numbers that all groups share, and noise. */
  static FeatureMatrix rows(int rows, long seed) {
    double[][] centres = normal(GROUPS, 1.6, new SplittableRandom(3));
    double[][] style = normal(2, 0.5, new SplittableRandom(4));
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * WIDTH];
    for (int row = 0; row < rows; row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      for (int i = 0; i < WIDTH; i++) {
        double centre = centres[row % GROUPS][i];
        values[row * WIDTH + i] =
            (float) (centre + a * style[0][i] + b * style[1][i] + 0.1 * random.nextGaussian());
      }
    }
    return Samples.complete(WIDTH, values);
  }

  private static double[][] normal(int rows, double size, SplittableRandom random) {
    double[][] normal = new double[rows][WIDTH];
    for (double[] row : normal) {
      for (int i = 0; i < WIDTH; i++) {
        row[i] = size * random.nextGaussian();
      }
    }
    return normal;
  }
}
