package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractionTest {
  private static final String TRAINING = ", steps: 1500, batch: 128, learning-rate: 0.003";
  private final FeatureMatrix few = Samples.plane(9, 4, 1);

  @ParameterizedTest
  @ValueSource(strings = {"tanh", "sigmoid", "relu"})
  void thePenaltyOfOneLayerIsTheSumOfSquaredDifferences(String activation) {
    Composition autoencoder =
        Steps.untrained("family: contractive, contraction: 4, activation: " + activation, few);

    float penalty = penalty(autoencoder, new SplittableRandom(1));

    assertThat((double) penalty)
        .isCloseTo(squaredNorm(autoencoder.network(), few), within(0.01 * penalty));
  }

  @Test
  void thePenaltyThroughHiddenLayersHasThatMean() {
    Composition autoencoder =
        Steps.untrained("family: contractive, contraction: 4, hidden: [7, 6], latent: 3", few);
    SplittableRandom random = new SplittableRandom(1);

    double mean = 0;
    for (int i = 0; i < 2000; i++) {
      mean += penalty(autoencoder, random) / 2000;
    }

    double exact = squaredNorm(autoencoder.network(), few);
    assertThat(mean).isCloseTo(exact, within(0.03 * exact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "family: contractive, contraction: 4",
        "family: contractive, contraction: 4, activation: sigmoid",
        "family: contractive, contraction: 4, hidden: [5], latent: 3"
      })
  void gradientsAreThoseOfDifferences(String model) {
    Steps.checkLastTerm(Steps.untrained(model, few), few);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latent: 6", "hidden: [12], latent: 3"})
  void derivativesFallAndTheErrorRisesLittle(String shape) throws TrainingException {
    FeatureMatrix rows = Samples.plane(1000, 6, 1);
    Network free = trained("contraction: 1e-6, " + shape, rows);
    Network contractive = trained("contraction: 1, " + shape, rows);

    assertThat(squaredNorm(contractive, rows)).isLessThan(0.85 * squaredNorm(free, rows));
    assertThat(Latents.of(contractive, rows).error())
        .isLessThan(Latents.of(free, rows).error() + 0.05);
  }

  @Test
  void theExportedMirrorReconstructsAsInTraining() {
    Composition autoencoder = Steps.untrained("family: contractive, hidden: [7, 6]", few);
    Tape tape = new Tape();
    float[] output = new float[few.values().length];

    new NetworkRunner(autoencoder.network())
        .run(few.values(), few.rows(), new float[few.rows() * 8], output);

    assertThat(output)
        .containsExactly(
            autoencoder.reconstruction(tape, tape.constant(few.width(), few.values())).values(),
            within(1e-5f));
  }

  static Network trained(String settings, FeatureMatrix rows) throws TrainingException {
    return AutoencoderFitter.fit(
            Samples.spec("family: contractive, " + settings + TRAINING),
            rows,
            rows,
            1,
            TrainingListener.SILENT)
        .network();
  }

  /** As many times the norm as the settings weigh it by the input's width of 4. */
  private float penalty(Composition autoencoder, SplittableRandom random) {
    Step step = Steps.of(new Tape(), few);
    Step drawn =
        new Step(
            step.tape(),
            step.input(),
            step.target(),
            Optional.empty(),
            Optional.empty(),
            random,
            0);
    return autoencoder.terms().get(1).of(autoencoder.pass(drawn)).value();
  }

  /** The mean over rows of the squared derivatives' sum, by differences. */
  static double squaredNorm(Network network, FeatureMatrix rows) {
    float step = 1e-2f;
    double sum = 0;
    for (int feature = 0; feature < rows.width(); feature++) {
      float[] above = latent(network, moved(rows, feature, step));
      float[] below = latent(network, moved(rows, feature, -step));
      for (int i = 0; i < above.length; i++) {
        double slope = (above[i] - below[i]) / (2 * step);
        sum += slope * slope;
      }
    }
    return sum / rows.rows();
  }

  private static float[] moved(FeatureMatrix rows, int feature, float step) {
    float[] values = rows.values().clone();
    for (int i = feature; i < values.length; i += rows.width()) {
      values[i] += step;
    }
    return values;
  }

  private static float[] latent(Network network, float[] values) {
    int rows = values.length / network.width();
    float[] latent = new float[rows * network.latentWidth()];
    new NetworkRunner(network).run(values, rows, latent, new float[values.length]);
    return latent;
  }
}
