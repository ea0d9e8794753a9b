package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianCodeTest {
  private static final String REMEDY = "a lower beta";
  private static final int SAMPLES = 20_000;

  @Test
  void samplesHaveTheMeanAndVarianceThatTheEncoderGives() {
    FeatureMatrix rows = LinearGaussian.rows(3, 1);
    GaussianCode code =
        GaussianCode.of(LinearGaussian.WIDTH, 2, SAMPLES, REMEDY, new SplittableRandom(4));
    Step step = LinearGaussian.step(new Tape(), rows, 5);

    Code drawn = code.draw(step, step.input());

    float[] samples = drawn.sample().values();
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 2; i++) {
        double mean = 0;
        double square = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
          double value = samples[(row * SAMPLES + sample) * 2 + i];
          mean += value / SAMPLES;
          square += value * value / SAMPLES;
        }
        double variance = Math.exp(drawn.logVariance().orElseThrow().values()[row * 2 + i]);
        assertThat(mean)
            .isCloseTo(drawn.mean().values()[row * 2 + i], within(0.05 * Math.sqrt(variance)));
        assertThat(square - mean * mean).isCloseTo(variance, within(0.05 * variance));
      }
    }
  }

  @Test
  void theExportedNetworkGivesTheMeanAndItsReconstruction() {
    FeatureMatrix rows = LinearGaussian.rows(20, 1);
    Composition trained =
        LinearGaussian.autoencoder(3, 0.1, new Elbo(LinearGaussian.likelihood(), 1));
    Tape tape = new Tape();

    Network network = trained.network();

    float[] latent = new float[20 * 2];
    float[] output = new float[rows.values().length];
    new NetworkRunner(network).run(rows.values(), 20, latent, output);
    Step step = LinearGaussian.step(tape, rows, 1);
    assertThat(latent).containsExactly(trained.pass(step).code().mean().values(), within(1e-5f));
    assertThat(output)
        .containsExactly(trained.reconstruction(tape, step.input()).values(), within(1e-5f));
  }

  @Test
  void aCollapsedPosteriorIsTold() {
    Tape tape = new Tape();
    float[] told = {1, -1, 2, -2};
    float[] nothing = {0.01f, -0.01f, 0.01f, 0};

    assertThat(
            PosteriorCollapse.of(
                latent(tape, told, nothing), latent(tape, nothing, nothing), REMEDY))
        .isEmpty();
    assertThat(PosteriorCollapse.of(tape.constant(1, nothing), tape.constant(1, nothing), REMEDY))
        .containsExactly(
            "the posterior of 1 of the 1 latent numbers collapsed to the prior (divergence below"
                + " 0.01 nats): the network makes the same of every record; train for longer or"
                + " with a lower beta");
    assertThat(
            PosteriorCollapse.of(
                latent(tape, told, nothing).beside(tape.constant(1, nothing)),
                latent(tape, nothing, nothing).beside(tape.constant(1, nothing)),
                REMEDY))
        .singleElement()
        .asString()
        .startsWith("the posterior of 2 of the 3 latent numbers collapsed")
        .endsWith("a smaller latent vector would do, or a lower beta");
  }

  private static Node latent(Tape tape, float[] one, float[] other) {
    return tape.constant(1, one).beside(tape.constant(1, other));
  }
}
