package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BidirectionalTest {
  private static final int WIDTH = 4;

  private final FeatureMatrix rows = Samples.plane(256, WIDTH, 1);
  private final FeatureMatrix heldOut = Samples.plane(400, WIDTH, 2);

  @Test
  void pairsOfEncoderAndDecoderBecomeHardToTellAndEachOthersInverse() throws Exception {
    Composition autoencoder = of("{ family: bidirectional, latent: 2, cycle-weight: 0 }");
    JointAdversary adversary = (JointAdversary) autoencoder.terms().get(0);
    new Game(autoencoder.rivals()).play(rows, 300, 0.003);
    double untrained = accuracy(adversary, autoencoder);
    double errorOfUntrained = error(autoencoder);

    new Game(autoencoder.objectives()).play(rows, 1500, 0.003);

    assertThat(untrained).isGreaterThan(0.8);
    assertThat(accuracy(adversary, autoencoder)).isCloseTo(0.5, within(0.1));
    assertThat(error(autoencoder)).isLessThan(0.3 * variance()).isLessThan(0.5 * errorOfUntrained);
  }

  @Test
  void withTheCycleTheyAreItMoreClosely() throws Exception {
    Composition autoencoder = of("{ family: bidirectional, latent: 2 }");

    new Game(autoencoder.objectives()).play(rows, 800, 0.003);

    assertThat(error(autoencoder)).isLessThan(0.02 * variance());
  }

  @Test
  void aDiscriminatorThatWinsOutrightIsTold() throws Exception {
    Composition autoencoder = of("{ family: bidirectional, latent: 2 }");

    new Game(autoencoder.rivals()).play(moved(rows), 300, 0.003);

    assertThat(autoencoder.warnings(moved(heldOut)))
        .singleElement()
        .asString()
        .startsWith("the discriminator won outright: it tells encoded records from decoded draws");
  }

  @Test
  void gradientsAreThoseOfDifferences() throws Exception {
    Composition autoencoder =
        of("{ family: bidirectional, latent: 2, hidden: [3], cycle-weight: 0.5 }");
    List<Parameter> parameters = autoencoder.parameters().all();

    GradientCheck.agrees(
        parameters, tape -> autoencoder.loss(Step.heldOut(tape, Samples.plane(6, WIDTH, 3))));
  }

  private Composition of(String model) throws Exception {
    return (Composition)
        Families.of(
            AutoencoderPlan.of(PriorSamples.spec(model), rows), rows, new SplittableRandom(1));
  }

  private static FeatureMatrix moved(FeatureMatrix rows) {
    float[] values = rows.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += 3;
    }
    return Samples.complete(WIDTH, values);
  }

  private double accuracy(JointAdversary adversary, Composition autoencoder) {
    Tape tape = new Tape();
    return adversary.accuracy(autoencoder.pass(Step.heldOut(tape, heldOut)));
  }

  private double error(Composition autoencoder) {
    Tape tape = new Tape();
    float[] output =
        autoencoder.reconstruction(tape, tape.constant(WIDTH, heldOut.values())).values();
    double error = 0;
    for (int i = 0; i < output.length; i++) {
      double residual = output[i] - heldOut.values()[i];
      error += residual * residual / output.length;
    }
    return error;
  }

  private double variance() {
    double square = 0;
    for (float value : heldOut.values()) {
      square += (double) value * value / heldOut.values().length;
    }
    return square;
  }
}
