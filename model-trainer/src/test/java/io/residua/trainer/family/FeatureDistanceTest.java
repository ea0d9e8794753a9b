package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureDistanceTest {
  private static final String MODEL =
      "family: feature-consistent, hidden: [12], latent: 2, feature-weight: ";
  private final FeatureMatrix rows = Samples.causes(400, 6, 101);
  private final SplittableRandom random = new SplittableRandom(1);

  private Staged autoencoder(double weight) {
    AutoencoderPlan plan = AutoencoderPlan.of(Samples.spec(MODEL + weight), rows);
    return (Staged) Families.of(plan, rows, new SplittableRandom(3));
  }

  @Test
  void theDistanceInTheFeatureNetworkFallsAgainstAPlainAutoencoder() {
    Staged plain = autoencoder(1e-6);
    Staged consistent = autoencoder(5);
    train(plain);
    train(consistent);

    assertThat(distance(consistent)).isLessThan(0.9 * distance(plain));
  }

  @Test
  void theFeatureNetworkLearnsToTellRowsFromMixedOnesAndStaysAsItIsThen() {
    Staged autoencoder = autoencoder(1);
    FeatureNetwork network = term(autoencoder).network();
    double before = loss(network);

    fit(autoencoder.stages().get(0).objective(), 200);
    float[] learnt = network.parameters().values();
    assertThat(loss(network)).isLessThan(0.9 * before);

    network.parameters().clearGradients();
    fit(autoencoder.objectives().get(0), 20);
    assertThat(network.parameters().values()).isEqualTo(learnt);
    assertThat(network.parameters().all())
        .allSatisfy(parameter -> assertThat(parameter.gradient()).containsOnly(0));
  }

  @Test
  void gradientsAreThoseOfDifferences() {
    Steps.checkLastTerm((Composition) autoencoder(1).whole(), Samples.causes(9, 6, 1));
  }

  @Test
  void whatWasNotObservedIsNotCompared() {
    Composition whole = (Composition) autoencoder(1).whole();
    Tape tape = new Tape();
    Step step = Steps.of(tape, rows);
    float[] nothing = new float[rows.values().length];
    Step unseen =
        new Step(
            tape,
            step.input(),
            step.target(),
            Optional.of(tape.constant(rows.width(), nothing)),
            Optional.empty(),
            random,
            0);

    assertThat(whole.terms().get(1).of(whole.pass(step)).value()).isGreaterThan(0.001f);
    assertThat(whole.terms().get(1).of(whole.pass(unseen)).value()).isCloseTo(0, within(1e-9f));
  }

  private void train(Staged autoencoder) {
    fit(autoencoder.stages().get(0).objective(), 200);
    fit(autoencoder.objectives().get(0), 400);
  }

  private void fit(Objective objective, int steps) {
    Adam adam = new Adam(objective.parameters());
    Tape tape = new Tape();
    for (int i = 0; i < steps; i++) {
      objective.parameters().clearGradients();
      tape.backward(objective.loss().apply(drawing(tape)));
      adam.step(0.005);
      tape.clear();
    }
  }

  /** A step that draws anew each time. */
  private Step drawing(Tape tape) {
    Node values = tape.constant(rows.width(), rows.values());
    return new Step(tape, values, values, Optional.empty(), Optional.empty(), random, 0);
  }

  private double loss(FeatureNetwork network) {
    return network.loss(Steps.of(new Tape(), rows)).value();
  }

  private static FeatureDistance term(Staged autoencoder) {
    return (FeatureDistance) ((Composition) autoencoder.whole()).terms().get(1);
  }

  /** In the features that the seed gives, which are the same for every weight. */
  private double distance(Staged autoencoder) {
    Composition whole = (Composition) autoencoder.whole();
    FeatureDistance unweighted = new FeatureDistance(term(autoencoder).network(), 1);
    return unweighted.of(whole.pass(Steps.of(new Tape(), rows))).value();
  }
}
