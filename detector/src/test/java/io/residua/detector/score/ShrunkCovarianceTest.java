package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShrunkCovarianceTest {

  @Test
  void agreesWithThePapersEquations() {
    // Computed apart from this code, from the sums over outer products as the paper writes them.
    double[][] expected = {
      {1.40827809, 0.36581145, -0.26419716},
      {0.36581145, 1.73344382, -0.28452002},
      {-0.26419716, -0.28452002, 1.40827809}
    };
    float[] rows = {1, 2, 0, -1, 0.5f, 1, 0, -1, 2, 2, 1, -1, -0.5f, -2, 0.5f};

    double[][] covariance = covariance(rows, 3);

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(covariance[i][j]).isEqualTo(expected[i][j], within(1e-8));
      }
    }
  }

  @Test
  void fewRowsAreShrunkMoreThanMany() {
    assertThat(offDiagonal(20)).isLessThan(0.75);
    assertThat(offDiagonal(5000)).isBetween(0.85, 0.95);
  }

  private static double offDiagonal(int rows) {
    Random random = new Random(5);
    float[] values = new float[2 * rows];
    for (int row = 0; row < rows; row++) {
      double first = random.nextGaussian();
      values[2 * row] = (float) first;
      values[2 * row + 1] = (float) (0.9 * first + Math.sqrt(0.19) * random.nextGaussian());
    }
    double[][] covariance = covariance(values, 2);
    return covariance[0][1] / Math.sqrt(covariance[0][0] * covariance[1][1]);
  }

  private static double[][] covariance(float[] rows, int width) {
    boolean[] observed = new boolean[rows.length];
    Arrays.fill(observed, true);
    float[] scales = new float[width];
    Arrays.fill(scales, 1);
    return ShrunkCovariance.of(
        new Residuals(width, rows, new float[rows.length], observed), scales);
  }
}
