package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.matrix.FeatureMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceWeightedBoundTest {
  /** Wrong enough that the bounds are apart, near enough that samples find the posterior. */
  private static final double BIAS = 0.3;

  private final FeatureMatrix rows = LinearGaussian.rows(2000, 1);
  private final double likelihood = LinearGaussian.logLikelihood(rows);

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void withTheExactPosteriorEverySampleGivesTheLogLikelihood(int samples) {
    ImportanceWeightedBound bound = new ImportanceWeightedBound(LinearGaussian.likelihood());
    Composition exact = LinearGaussian.autoencoder(samples, 0, bound);

    double one = bound.bounds(LinearGaussian.pass(exact, rows, 1)).mean().value();
    double other = bound.bounds(LinearGaussian.pass(exact, rows, 2)).mean().value();

    assertThat(one).isCloseTo(likelihood, within(1e-3));
    assertThat(other).isCloseTo(likelihood, within(1e-3));
  }

  @Test
  void oneSampleGivesTheEvidenceLowerBound() {
    Elbo elbo = new Elbo(LinearGaussian.likelihood(), 1);
    Composition autoencoder = LinearGaussian.autoencoder(50, BIAS, elbo);
    double expected = elbo.bounds(LinearGaussian.pass(autoencoder, rows, 3)).mean().value();

    double total = 0;
    for (int seed = 0; seed < 50; seed++) {
      total += bound(1, seed) / 50;
    }

    assertThat(total).isCloseTo(expected, within(0.03));
  }

  @Test
  void itGrowsWithItsSamplesTowardsTheLogLikelihood() {
    double last = Double.NEGATIVE_INFINITY;
    for (int samples : new int[] {1, 2, 5, 20, 200}) {
      double bound = bound(samples, 7);
      assertThat(bound).isGreaterThan(last + 0.03).isLessThan(likelihood + 0.02);
      last = bound;
    }
    assertThat(last).isCloseTo(likelihood, within(0.1));
  }

  @Test
  void itsGradientsAgreeWithDifferencesAtTheSameNoise() {
    FeatureMatrix few = LinearGaussian.rows(7, 2);
    ImportanceWeightedBound bound = new ImportanceWeightedBound(GaussianLikelihood.of(few));
    Composition autoencoder = LinearGaussian.autoencoder(3, BIAS, bound);

    GradientCheck.agrees(
        autoencoder.parameters().all(),
        tape -> autoencoder.loss(LinearGaussian.step(tape, few, 5)).scaled(0.1));
  }

  private double bound(int samples, long seed) {
    ImportanceWeightedBound bound = new ImportanceWeightedBound(LinearGaussian.likelihood());
    Composition autoencoder = LinearGaussian.autoencoder(samples, BIAS, bound);
    return bound.bounds(LinearGaussian.pass(autoencoder, rows, seed)).mean().value();
  }
}
