package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

  @Test
  void aKnownMatrixHasKnownEigenvalues() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});

    assertThat(Math.min(eigen.value(0), eigen.value(1))).isEqualTo(1, within(1e-12));
    assertThat(Math.max(eigen.value(0), eigen.value(1))).isEqualTo(3, within(1e-12));
  }

  @Property(tries = 50)
  void vectorsAndValuesPutTheMatrixTogetherAgain(
      @ForAll @IntRange(min = 1, max = 20) int width, @ForAll Random random) {
    double[][] matrix = symmetric(width, random);

    SymmetricEigen eigen =
        SymmetricEigen.of(Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));

    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        double entry = 0;
        double product = 0;
        for (int k = 0; k < width; k++) {
          entry += eigen.value(k) * eigen.vector(k)[i] * eigen.vector(k)[j];
          product += eigen.vector(i)[k] * eigen.vector(j)[k];
        }
        assertThat(entry).isEqualTo(matrix[i][j], within(1e-10));
        assertThat(product).isEqualTo(i == j ? 1 : 0, within(1e-10));
      }
    }
  }

  private static double[][] symmetric(int width, Random random) {
    double[][] matrix = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }
}
