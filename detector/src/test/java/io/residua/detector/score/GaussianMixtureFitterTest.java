package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianMixtureFitterTest {

  /** Each row with probability 0.3 of N((−6, 0), diag(1, 4)), else of N((6, 1), ½ correlated). */
  @Test
  void findsTheMixtureThatRowsCameFrom() {
    Random random = new Random(1);
    float[] rows = new float[2 * 6000];
    for (int i = 0; i < rows.length; i += 2) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      boolean first = random.nextDouble() < 0.3;
      rows[i] = (float) (first ? -6 + a : 6 + a);
      rows[i + 1] = (float) (first ? 2 * b : 1 + 0.5 * a + Math.sqrt(0.75) * b);
    }

    GaussianMixture mixture = GaussianMixtureFitter.fit(2, rows, 2, 7);

    assertThat(mixture.components()).isEqualTo(2);
    int first = mixture.means()[0] < 0 ? 0 : 1;
    assertThat((double) mixture.weights()[first]).isEqualTo(0.3, within(0.02));
    assertThat((double) mixture.means()[2 * first]).isEqualTo(-6, within(0.1));
    assertThat((double) mixture.means()[2 * (1 - first) + 1]).isEqualTo(1, within(0.1));
    // Σ⁻¹ of the second one is [[4, −2], [−2, 4]] / 3.
    float[] w = mixture.factors();
    int at = 4 * (1 - first);
    double crossed = (double) w[at + 2] * w[at + 3];
    assertThat(crossed).isEqualTo(-2 / 3.0, within(0.1));
  }

  /** The mean of half the squared Mahalanobis distance is half the number of dimensions. */
  @Test
  void ofOneNormalDistributionTheMeanEnergyIsHalfTheWidth() {
    float[] rows = ScoredRecordCase.values(new Random(3), 4000 * 6);

    GaussianMixture mixture = GaussianMixtureFitter.fit(6, rows, 1, 1);

    double mean = 0;
    for (int row = 0; row < 4000; row++) {
      double[] point = new double[6];
      for (int i = 0; i < 6; i++) {
        point[i] = rows[row * 6 + i];
      }
      mean += mixture.energy(point) / 4000;
    }
    assertThat(mean).isEqualTo(3, within(0.05));
  }

  @Test
  void theSameSeedGivesTheSameMixture() {
    float[] rows = ScoredRecordCase.values(new Random(3), 500 * 3);

    GaussianMixture one = GaussianMixtureFitter.fit(3, rows, 4, 9);
    GaussianMixture other = GaussianMixtureFitter.fit(3, rows, 4, 9);

    assertThat(one.factors()).isEqualTo(other.factors());
    assertThat(one.means()).isEqualTo(other.means());
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "3, 4", "50, 4", "50, 64"})
  void rowsThatAreEqualOrFewStillGiveADensity(int rows, int components) {
    GaussianMixture mixture = GaussianMixtureFitter.fit(3, new float[3 * rows], components, 1);

    assertThat(mixture.energy(new double[3])).isLessThan(1e-9);
    assertThat(mixture.energy(new double[] {1, 0, 0})).isFinite().isPositive();
  }

  @Property(tries = 50)
  void whateverTheRowsEveryEnergyIsFinite(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 5) int width,
      @ForAll @IntRange(min = 1, max = 8) int components,
      @ForAll Random random) {
    float[] values = new float[rows * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) * (float) Math.pow(10, random.nextInt(8) - 4);
    }

    GaussianMixture mixture = GaussianMixtureFitter.fit(width, values, components, 5);

    for (int row = 0; row < rows; row++) {
      double[] point = new double[width];
      for (int i = 0; i < width; i++) {
        point[i] = values[row * width + i];
      }
      assertThat(mixture.energy(point)).isFinite();
    }
  }

  @Test
  void rowsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> GaussianMixtureFitter.fit(2, new float[3], 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at least one whole row of 2 numbers, got 3 numbers");
    assertThatThrownBy(() -> GaussianMixtureFitter.fit(1, new float[] {Float.NaN}, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows[0] is NaN");
    assertThatThrownBy(() -> GaussianMixtureFitter.fit(1, new float[1], 65, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 1 to 64 components, got 65");
  }
}
