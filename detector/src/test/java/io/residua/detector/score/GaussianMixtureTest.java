package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {

  @Test
  void energiesDifferAsLogarithmsOfTheDensityDo() {
    // φ = (¼, ¾), N(0, 1) and N(4, 4), up to a factor of √(2π).
    GaussianMixture mixture =
        new GaussianMixture(1, new float[] {1, 3}, new float[] {0, 4}, new float[] {1, 0.5f});
    double[] points = {-2, 0, 1.5, 4, 30};

    for (double z : points) {
      double density = 0.25 * Math.exp(-z * z / 2) + 0.75 * 0.5 * Math.exp(-(z - 4) * (z - 4) / 8);
      double peaks = 0.25 + 0.75 * 0.5;
      assertThat(mixture.energy(new double[] {z}))
          .isEqualTo(-Math.log(density / peaks), within(1e-9));
    }
  }

  @Test
  void theEnergyOfOneComponentIsHalfItsMahalanobisDistance() {
    // W of the covariance [[4, 2], [2, 2]]: L = [[2, 0], [1, 1]].
    GaussianMixture mixture =
        new GaussianMixture(
            2, new float[] {1}, new float[] {1, 1}, new float[] {0.5f, 0, -0.5f, 1});

    assertThat(mixture.energy(new double[] {1, 1})).isZero();
    // (2, 0) Σ⁻¹ (2, 0)ᵀ = 4 · 0.5
    assertThat(mixture.energy(new double[] {3, 1})).isEqualTo(1, within(1e-9));
  }

  @Test
  void aComponentWhoseDensityIsFarBelowTheOthersPeakStillCounts() {
    float[] sharp = {1e30f, 0, 0, 1e30f, 1, 0, 0, 1};
    GaussianMixture mixture =
        new GaussianMixture(2, new float[] {1, 1e-30f}, new float[] {0, 0, 5, 5}, sharp);

    double energy = mixture.energy(new double[] {5, 5});

    assertThat(energy).isEqualTo(90 * Math.log(10), within(1e-3));
  }

  @Property(tries = 100)
  void theEnergyIsAtLeastZeroAndDoesNotDependOnUnits(
      @ForAll @IntRange(min = 1, max = 8) int width,
      @ForAll @IntRange(min = 1, max = 5) int components,
      @ForAll Random random) {
    GaussianMixture mixture = ScoredRecordCase.mixture(width, components, random);
    float[] means = mixture.means();
    float[] factors = mixture.factors();
    double[] point = new double[width];
    double[] scaled = new double[width];
    for (int i = 0; i < width; i++) {
      point[i] = random.nextGaussian();
      scaled[i] = 4 * point[i];
    }
    for (int i = 0; i < means.length; i++) {
      means[i] *= 4;
    }
    for (int i = 0; i < factors.length; i++) {
      factors[i] /= 4;
    }

    double energy = mixture.energy(point);

    assertThat(energy).isNotNegative();
    assertThat(new GaussianMixture(width, mixture.weights(), means, factors).energy(scaled))
        .isEqualTo(energy, within(1e-9 * (1 + energy)));
  }

  @Test
  void numbersThatCannotBeAMixtureAreRefused() {
    float[] one = {1};
    assertRefused(0, one, one, one, "a mixture has 1 to 512 dimensions, got 0");
    assertRefused(1, new float[0], one, one, "a mixture has 1 to 64 components, got 0");
    assertRefused(1, one, new float[2], one, "a mixture's means must have length 1, got 2");
    assertRefused(1, one, one, new float[2], "a mixture's factors must have length 1, got 2");
    assertRefused(1, one, new float[] {Float.NaN}, one, "means[0] is NaN");
    assertRefused(
        1,
        new float[] {0},
        one,
        one,
        "a mixture's weights must be finite and above 0; weights[0] is 0.0");
    assertRefused(
        1,
        one,
        one,
        new float[] {-1},
        "a mixture's factors are lower triangular, above 0 on the diagonal; component 0 has -1.0 at"
            + " (0, 0)");
    assertRefused(
        2,
        one,
        new float[2],
        new float[] {1, 2, 0, 1},
        "a mixture's factors are lower triangular, above 0 on the diagonal; component 0 has 2.0 at"
            + " (0, 1)");
  }

  private static void assertRefused(
      int width, float[] weights, float[] means, float[] factors, String message) {
    assertThatThrownBy(() -> new GaussianMixture(width, weights, means, factors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
