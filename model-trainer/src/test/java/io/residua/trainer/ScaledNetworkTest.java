package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaledNetworkTest {
  private static final FeatureScaling SCALING =
      new FeatureScaling(new float[] {100, -3, 0}, new float[] {50, 0.2f, 1});

  @Test
  void makesOfFeaturesWhatTheNetworkMakesOfScaledOnes() {
    Network network = network(Activation.IDENTITY);
    FeatureMatrix rows =
        new FeatureMatrix(3, new float[] {120, -3.1f, 1, 10, -2.5f, 0, 99, -3, -2}, all(9));

    float[] scaled = Reconstructions.of(network, ScaledNetwork.scaled(rows, SCALING)).outputs();
    float[] unscaled = Reconstructions.of(ScaledNetwork.unscaled(network, SCALING), rows).outputs();

    for (int i = 0; i < 9; i++) {
      float expected = scaled[i] * SCALING.scale()[i % 3] + SCALING.centre()[i % 3];
      assertThat(unscaled[i]).isEqualTo(expected, within(1e-4f * SCALING.scale()[i % 3]));
    }
  }

  @Test
  void scalesWhatWasObservedAndWhatWasNot() {
    FeatureMatrix rows = new FeatureMatrix(3, new float[] {150, -3.2f, 4}, new boolean[3]);

    assertThat(ScaledNetwork.scaled(rows, SCALING).values())
        .containsExactly(new float[] {1, -1, 4}, within(1e-6f));
    assertThat(ScaledNetwork.scaled(rows, SCALING).observed()).containsOnly(false);
  }

  @Test
  void aLastLayerThatBoundsItsOutputCannotBeUnscaled() {
    assertThatThrownBy(() -> ScaledNetwork.unscaled(network(Activation.TANH), SCALING))
        .hasMessage("expected a linear last layer, got tanh");
  }

  private static Network network(Activation last) {
    return new Network(List.of(layer(3, 5, Activation.TANH, 1), layer(5, 3, last, 2)), 1);
  }

  private static DenseLayer layer(int inputs, int outputs, Activation activation, long seed) {
    Random random = new Random(seed);
    float[] weights = new float[inputs * outputs];
    float[] bias = new float[outputs];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
      bias[i % outputs] = (float) random.nextGaussian();
    }
    return new DenseLayer(inputs, outputs, weights, bias, activation);
  }

  private static boolean[] all(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }
}
