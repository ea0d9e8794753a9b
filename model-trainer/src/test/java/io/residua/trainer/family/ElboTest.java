package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElboTest {
  private static final int SAMPLES = 200;
  private final FeatureMatrix rows = LinearGaussian.rows(400, 1);
  private final double likelihood = LinearGaussian.logLikelihood(rows);

  @Test
  void withTheExactPosteriorItIsTheLogLikelihood() {
    assertThat(bound(0, 1)).isCloseTo(likelihood, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 0.2, 1})
  void withAnotherPosteriorItIsLowerByTheDivergenceOfTheTwo(double bias) {
    double divergence = 0;
    for (double precision : new double[] {(4 + 0.16) / 0.16, (0.64 + 0.16) / 0.16}) {
      divergence += bias * bias * precision / 2;
    }

    double bound = bound(bias, 1);

    assertThat(bound).isLessThan(likelihood);
    assertThat(likelihood - bound).isCloseTo(divergence, within(0.02 + 0.02 * divergence));
  }

  @Test
  void aLargerBetaGivesALowerBound() {
    assertThat(bound(0, 4)).isLessThan(bound(0, 2)).isLessThan(likelihood - 1);
    assertThat(bound(0, 2)).isLessThan(likelihood - 1);
  }

  @Test
  void theLossIsTheNegativeMeanBoundOfAFeature() {
    Elbo elbo = new Elbo(LinearGaussian.likelihood(), 1);
    Composition exact = LinearGaussian.autoencoder(3, 0, elbo);

    double loss = elbo.of(LinearGaussian.pass(exact, rows, 1)).value();
    double bound = elbo.bounds(LinearGaussian.pass(exact, rows, 1)).mean().value();

    assertThat(loss).isCloseTo(-bound / LinearGaussian.WIDTH, within(1e-5));
  }

  @Test
  void entriesThatAreNotObservedTakeNoPart() {
    Elbo elbo = new Elbo(LinearGaussian.likelihood(), 1);
    Composition exact = LinearGaussian.autoencoder(3, 0, elbo);
    boolean[] observed = rows.observed().clone();
    float[] target = rows.values().clone();
    for (int i = 0; i < target.length; i += 3) {
      observed[i] = false;
      target[i] = 1e6f;
    }
    Step step =
        LinearGaussian.step(
            new Tape(), new FeatureMatrix(LinearGaussian.WIDTH, rows.values(), observed), 1);
    Step hidden =
        new Step(
            step.tape(),
            step.input(),
            step.tape().constant(LinearGaussian.WIDTH, target),
            step.observed(),
            step.classes(),
            new SplittableRandom(1),
            0);

    double loss = exact.loss(step).value();

    assertThat(exact.loss(hidden).value()).isEqualTo((float) loss);
    assertThat(loss).isNotEqualTo(elbo.of(LinearGaussian.pass(exact, rows, 1)).value());
  }

  @Test
  void itsGradientsAgreeWithDifferencesAtTheSameNoise() {
    FeatureMatrix few = LinearGaussian.rows(7, 2);
    Elbo elbo = new Elbo(GaussianLikelihood.of(few), 1.5);
    Composition autoencoder = LinearGaussian.autoencoder(2, 0.3, elbo);

    GradientCheck.agrees(
        autoencoder.parameters().all(),
        tape -> autoencoder.loss(LinearGaussian.step(tape, few, 5)).scaled(0.1));
  }

  @Test
  void theDivergenceIsThatOfSamples() {
    SplittableRandom random = new SplittableRandom(1);
    Tape tape = new Tape();
    Node mean = tape.constant(1, new float[] {0.7f});
    Node logVariance = tape.constant(1, new float[] {-0.9f});
    double variance = Math.exp(-0.9);
    double sampled = 0;
    for (int i = 0; i < 200_000; i++) {
      double noise = random.nextGaussian();
      double z = 0.7 + Math.sqrt(variance) * noise;
      sampled += (z * z - noise * noise + 0.9) / 2 / 200_000;
    }

    assertThat((double) Divergence.of(mean, logVariance).value()).isCloseTo(sampled, within(0.01));
    assertThat(Divergence.of(tape.constant(0), tape.constant(0)).value()).isZero();
  }

  private double bound(double bias, double beta) {
    Elbo elbo = new Elbo(LinearGaussian.likelihood(), beta);
    Composition autoencoder = LinearGaussian.autoencoder(SAMPLES, bias, elbo);
    return elbo.bounds(LinearGaussian.pass(autoencoder, rows, 3)).mean().value();
  }
}
