package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReconstructionProbabilityTest {
  private static final boolean[] BOTH = {true, true};
  private static final float[] NONE = {};

  /** The mean is the first feature; the decoder gives it twice. */
  private static final Network NETWORK =
      new Network(
          List.of(
              new DenseLayer(2, 1, new float[] {1, 0}, new float[1], Activation.IDENTITY),
              new DenseLayer(1, 2, new float[] {1, 1}, new float[2], Activation.IDENTITY)),
          1);

  /** Always ln 4: a standard deviation of 2. */
  private static final List<Layer> UNSURE = logVariance((float) Math.log(4));

  private static List<Layer> logVariance(float value) {
    return List.of(new DenseLayer(2, 1, new float[2], new float[] {value}, Activation.IDENTITY));
  }

  @Test
  void isTheMeanNegativeLogarithmOverSamplesAboveItsLowest() {
    ResidualScore score =
        new ReconstructionProbability(NETWORK, UNSURE, new float[] {1, 4}, new float[] {0, 1});

    // z is 3 and 5: residuals (0, −1) and (−2, −3) of x = (3, 2).
    double logarithms = (0 + 1 / 4.0) / 2 + (4 + 9 / 4.0) / 2;
    assertThat(score.score(new float[] {3, 2}, new float[] {3}, NONE, BOTH))
        .isEqualTo(logarithms / 2 / 2, within(1e-6));
  }

  @Test
  void agreesWithTheDensityToItsConstant() {
    float[] variance = {0.5f, 2};
    ReconstructionProbability score =
        new ReconstructionProbability(NETWORK, UNSURE, variance, new float[] {0.3f, -1});
    float[] input = {1, -2};

    double expected = 0;
    for (float noise : score.noise()) {
      for (int i = 0; i < 2; i++) {
        double residual = input[i] - (1 + 2 * noise);
        double density =
            Math.exp(-residual * residual / (2 * variance[i]))
                / Math.sqrt(2 * Math.PI * variance[i]);
        double lowest = -Math.log(1 / Math.sqrt(2 * Math.PI * variance[i]));
        expected += (-Math.log(density) - lowest) / 2 / 2;
      }
    }
    assertThat(score.score(input, new float[] {1}, NONE, BOTH)).isEqualTo(expected, within(1e-6));
  }

  @Test
  void aSurePosteriorIsTheDecodersOwnResidual() {
    ResidualScore score =
        new ReconstructionProbability(
            NETWORK, logVariance(-1000), new float[] {1, 1}, new float[] {1, -1, 2});

    assertThat(score.score(new float[] {3, 2}, new float[] {3}, NONE, BOTH))
        .isEqualTo(0.25, within(1e-6));
  }

  @Test
  void costsThePosteriorOnceAndTheDecoderOnceASample() {
    assertThat(
            new ReconstructionProbability(NETWORK, UNSURE, new float[] {1, 1}, new float[3])
                .multiplyAdds())
        .isEqualTo(2 + 3 * (2 + 4 + 1));
  }

  @Test
  void aFitMakesTheMeanOfNormalRecordsAHalf() {
    Random random = new Random(2);
    float[] inputs = new float[2000];
    float[] latents = new float[1000];
    for (int i = 0; i < 1000; i++) {
      inputs[2 * i] = (float) random.nextGaussian();
      inputs[2 * i + 1] = (float) (inputs[2 * i] + 3 * random.nextGaussian());
      latents[i] = inputs[2 * i];
    }

    ReconstructionProbability score =
        ReconstructionProbabilityFitter.fit(
            NETWORK, UNSURE, inputs, latents, Observed.all(2000), 8, 1);

    double mean = 0;
    for (int i = 0; i < 1000; i++) {
      float[] row = {inputs[2 * i], inputs[2 * i + 1]};
      mean += score.score(row, new float[] {latents[i]}, NONE, BOTH) / 1000;
    }
    assertThat(mean).isEqualTo(0.5, within(0.01));
    assertThat(score.samples()).isEqualTo(8);
  }

  @Test
  void numbersThatCannotBeAScoreAreRefused() {
    float[] ones = {1, 1};
    List<Layer> wide =
        List.of(new DenseLayer(2, 2, new float[4], new float[2], Activation.IDENTITY));
    assertRefused(
        wide,
        ones,
        ones,
        "the posterior's log variance is of 1 values from 2, got layers that give 2 from 2");
    assertRefused(List.of(), ones, ones, "expected at least one layer, got none");
    assertRefused(UNSURE, new float[] {1}, ones, "expected 2 variances, got 1");
    assertRefused(
        UNSURE,
        new float[] {1, 0},
        ones,
        "a residual's variance must be finite and above 0; variance[1] is 0.0");
    assertRefused(
        UNSURE, ones, new float[0], "expected 1 to 256 noise vectors of width 1, got 0 values");
    assertRefused(UNSURE, ones, new float[] {Float.NaN}, "noise[0] is NaN");
  }

  private static void assertRefused(
      List<Layer> logVariance, float[] variance, float[] noise, String message) {
    assertThatThrownBy(() -> new ReconstructionProbability(NETWORK, logVariance, variance, noise))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
