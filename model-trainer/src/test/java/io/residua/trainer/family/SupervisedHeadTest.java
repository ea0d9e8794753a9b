package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Layer;
import io.residua.detector.network.LayersRunner;
import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisedHeadTest {
  private static final int WIDTH = 5;
  private static final FeatureMatrix ROWS = Samples.plane(20, WIDTH, 1);
  private static final String MODEL = "hidden: [6], latent: 3, head: supervised, head-weight: 3";

  @ParameterizedTest
  @ValueSource(strings = {"undercomplete", "denoising", "memory", "sparse-kl"})
  void itsGradientsAreThoseOfDifferences(String family) {
    Composition autoencoder = untrained("family: " + family + ", " + MODEL, 60);
    LossTerm head = autoencoder.terms().get(autoencoder.terms().size() - 1);

    assertThat(head).isInstanceOf(SupervisedHead.class);
    GradientCheck.agrees(
        autoencoder.parameters().all(), tape -> head.of(autoencoder.pass(Steps.of(tape, ROWS))));
  }

  @Test
  void theGradientsOfFewAnomaliesPriorAreThoseOfDifferences() {
    Composition autoencoder = untrained(MODEL, 1);
    LossTerm head = autoencoder.terms().get(1);

    // Deviations of latent numbers are a unit of measure, by which the encoder does not learn.
    GradientCheck.agrees(
        head.parameters().all(), tape -> head.of(autoencoder.pass(Steps.of(tape, ROWS))));
  }

  @Test
  void oneThatKnowsNothingCostsTheLogarithmOfTwo() {
    Composition autoencoder = untrained("latent: 3, head: supervised", 10);
    LossTerm head = autoencoder.terms().get(1);
    head.parameters().restore(new float[head.parameters().size()]);
    Tape tape = new Tape();

    double loss = head.of(autoencoder.pass(Steps.of(tape, ROWS))).value();

    assertThat(loss).isEqualTo(Math.log(2), within(1e-6));
  }

  @Test
  void manyAnomaliesAreDrawnFrom() {
    Composition autoencoder = untrained(MODEL, 500);
    LossTerm head = autoencoder.terms().get(1);
    Tape tape = new Tape();
    Step step = Steps.of(tape, ROWS);

    double one = head.of(autoencoder.pass(step)).value();
    double other = head.of(autoencoder.pass(step.drawing(new SplittableRandom(9)))).value();

    assertThat(one).isFinite().isNotEqualTo(other);
  }

  @Test
  void theExportedHeadGivesWhatTrainingSees() {
    Composition autoencoder = untrained(MODEL, 10);
    SupervisedHead head = (SupervisedHead) autoencoder.terms().get(1);
    Tape tape = new Tape();
    float[] latent = autoencoder.latent(tape, tape.constant(WIDTH, ROWS.values())).values().clone();
    float[] seen = head.layers().of(tape, tape.constant(3, latent)).values();

    List<Layer> exported = autoencoder.head().orElseThrow();

    float[] logOdds = new float[ROWS.rows()];
    new LayersRunner(exported).run(latent, ROWS.rows(), logOdds);
    assertThat(logOdds).containsExactly(seen, within(1e-5f));
  }

  @Test
  void theAutoencoderBeginsAsItWouldWithoutIt() {
    Composition with = untrained("latent: 3, head: supervised", 10);
    Composition without = untrained("latent: 3", 10);

    float[] plain = without.parameters().values();
    assertThat(without.head()).isEmpty();
    assertThat(Arrays.copyOf(with.parameters().values(), plain.length)).containsExactly(plain);
  }

  private static Composition untrained(String model, int anomalies) {
    AutoencoderPlan plan = AutoencoderPlan.of(Samples.spec(model), ROWS);
    return (Composition)
        Families.of(
            plan, ROWS, Optional.of(Samples.plane(anomalies, WIDTH, 2)), new SplittableRandom(3));
  }
}
