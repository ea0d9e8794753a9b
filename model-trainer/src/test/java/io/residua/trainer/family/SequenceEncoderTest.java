package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.Family;
import io.residua.detector.network.ConvolutionLayer;
import io.residua.detector.network.LstmLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.network.SelectionLayer;
import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceEncoderTest {
  private static final FeatureMatrix ROWS = Sequences.mixed(7, 1);

  static Stream<Arguments> encodersAndFamilies() {
    EnumSet<Family> others =
        EnumSet.of(Family.LINEAR, Family.CONTRACTIVE, Family.AUTOREGRESSIVE, Family.AUTO);
    return Stream.of("lstm", "convolution")
        .flatMap(
            encoder ->
                EnumSet.complementOf(others).stream()
                    .map(family -> Arguments.of(encoder, family.id())));
  }

  @ParameterizedTest
  @MethodSource("encodersAndFamilies")
  void theExportedNetworkGivesWhatTrainingSees(String encoder, String family) {
    TrainableAutoencoder autoencoder =
        untrained("family: %s, encoder: %s, hidden: [5, 6], latent: 3".formatted(family, encoder));
    moved(autoencoder);

    float[] output = run(autoencoder.network());

    Tape tape = Tape.withoutGradients();
    assertThat(output)
        .containsExactly(
            autoencoder.reconstruction(tape, tape.constant(9, ROWS.values())).values(),
            within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "convolution"})
  void gradientsOfAllWeightsAgreeWithDifferences(String encoder) {
    Composition autoencoder =
        (Composition) untrained("encoder: %s, hidden: [4], latent: 3".formatted(encoder));

    GradientCheck.agrees(
        autoencoder.parameters().all(), tape -> autoencoder.loss(Steps.of(tape, ROWS)));
  }

  @Test
  void anLstmReadsTheSequenceAndItsStateStandsBesideTheOtherFeature() {
    Network network = untrained("encoder: lstm, hidden: [5], latent: 3").network();

    assertThat(((SelectionLayer) network.layers().get(0)).order())
        .containsExactly(8, 2, 0, 1, 5, 4, 3, 6, 7);
    assertThat(((LstmLayer) network.layers().get(1)).shape())
        .isEqualTo(new LstmLayer.Shape(4, 2, 5, 1));
    assertThat(network.layers().get(2).inputs()).isEqualTo(6);
  }

  @Test
  void aConvolutionHalvesTheStepsAndTheOtherFeaturePassesIt() {
    Network network = untrained("encoder: convolution, hidden: [5], latent: 3").network();

    assertThat(((ConvolutionLayer) network.layers().get(1)).shape())
        .isEqualTo(new ConvolutionLayer.Shape(4, 2, 3, 2, 5, 1));
    assertThat(network.layers().get(2).inputs()).isEqualTo(11);
  }

  @Test
  void denseLayersFollowAndTheyAloneAreMirrored() {
    AutoencoderPlan plan = plan("encoder: lstm, hidden: [5, 12, 8], latent: 3");
    AutoencoderPlan byDefault = plan("encoder: convolution");

    assertThat(plan.hidden()).containsExactly(12, 8);
    assertThat(plan.settings())
        .containsEntry("encoder", "lstm, 5 units, 4 steps of 2")
        .containsEntry("hidden", "[12, 8]");
    assertThat(byDefault.settings())
        .containsEntry("encoder", "convolution, 16 filters, 4 steps of 2")
        .containsEntry("hidden", "[64]");
    assertThat(
            Families.of(plan, ROWS, new SplittableRandom(1)).network().decoder().stream()
                .map(layer -> layer.outputs()))
        .containsExactly(8, 12, 9);
  }

  @Test
  void rowsWithoutASequenceAreRefused() {
    FeatureMatrix without = Samples.plane(5, 4, 1);

    assertThatThrownBy(() -> AutoencoderPlan.of(Sequences.spec("encoder: lstm"), without))
        .hasMessage("encoder lstm reads a sequence; expected rows with one");
  }

  private static AutoencoderPlan plan(String model) {
    return AutoencoderPlan.of(Sequences.spec(model), ROWS);
  }

  private static TrainableAutoencoder untrained(String model) {
    return Families.of(plan(model), ROWS, new SplittableRandom(3));
  }

  /** First biases are zeros, which would hide where they go. */
  private static void moved(TrainableAutoencoder autoencoder) {
    SplittableRandom random = new SplittableRandom(4);
    for (Parameter parameter : autoencoder.parameters().all()) {
      for (int i = 0; i < parameter.values().length; i++) {
        parameter.values()[i] += (float) (0.2 * random.nextGaussian());
      }
    }
  }

  private static float[] run(Network network) {
    float[] output = new float[ROWS.values().length];
    new NetworkRunner(network)
        .run(ROWS.values(), ROWS.rows(), new float[ROWS.rows() * network.latentWidth()], output);
    return output;
  }
}
