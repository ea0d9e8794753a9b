package io.residua.trainer.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EigenpairsTest {
  @Property(tries = 30)
  void pairsSolveTheirEquationAndFall(
      @ForAll @IntRange(min = 1, max = 30) int width, @ForAll long seed) {
    double[][] matrix = symmetric(width, seed);

    Eigenpairs pairs = Eigenpairs.of(matrix);

    for (int k = 0; k < width; k++) {
      double[] vector = pairs.vector(k);
      double length = 0;
      for (int i = 0; i < width; i++) {
        double image = 0;
        for (int j = 0; j < width; j++) {
          image += matrix[i][j] * vector[j];
        }
        length += vector[i] * vector[i];
        assertThat(image).isCloseTo(pairs.value(k) * vector[i], within(1e-9));
      }
      assertThat(length).isCloseTo(1, within(1e-9));
      assertThat(k == 0 || pairs.value(k - 1) >= pairs.value(k)).isTrue();
    }
  }

  @Test
  void theLargestEntryOfAVectorIsPositive() {
    Eigenpairs pairs = Eigenpairs.of(new double[][] {{2, -1}, {-1, 5}});

    assertThat(pairs.vector(0)[1]).isPositive();
    assertThat(pairs.vector(1)[0]).isPositive();
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThatThrownBy(() -> Eigenpairs.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("symmetric matrix of finite values");
  }

  private static double[][] symmetric(int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] matrix = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextDouble(-1, 1);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }
}
