package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultiScaleResidualTest {
  private static final boolean[] BOTH = {true, true};
  private static final float[] NONE = {};

  /** Rebuilds the first of two features, and takes the second to be as large. */
  private static final Network COPYING =
      new Network(
          List.of(
              new DenseLayer(2, 1, new float[] {1, 0}, new float[1], Activation.IDENTITY),
              new DenseLayer(1, 2, new float[] {1, 1}, new float[2], Activation.IDENTITY)),
          1);

  @Test
  void isTheMeanSquaredResidualOfTheNoisyInputInItsUsualSize() {
    ResidualScore score =
        new MultiScaleResidual(
            COPYING, new float[] {1, 2}, new float[] {0.5f, 9}, new float[] {1, 1, 2, 4});

    // At level 1 the network sees 3.5 and gives (3.5, 3.5), at level 2 (4, 4).
    double expected = ((0.25 + 2.25) + (1 / 4.0 + 4 / 16.0)) / 4;
    assertThat(score.score(new float[] {3, 2}, NONE, NONE, BOTH)).isEqualTo(expected, within(1e-6));
  }

  @Test
  void whatWasNotObservedGetsNoNoise() {
    ResidualScore score =
        new MultiScaleResidual(COPYING, new float[] {1}, new float[] {7, 7}, new float[] {1, 1});

    assertThat(score.score(new float[] {3, 2}, NONE, NONE, new boolean[] {false, true}))
        .isEqualTo(1, within(1e-6));
  }

  @Test
  void costsOneRunOfTheNetworkForEachLevelAndVector() {
    ResidualScore score =
        new MultiScaleResidual(COPYING, new float[] {1, 2}, new float[6], new float[] {1, 1, 1, 1});

    assertThat(score.multiplyAdds()).isEqualTo(6 * (4 + 6));
  }

  @Test
  void aFitMakesTheMeanOfNormalRecordsOne() {
    float[] inputs = new float[2000];
    Random random = new Random(1);
    for (int i = 0; i < inputs.length; i += 2) {
      inputs[i] = (float) random.nextGaussian();
      inputs[i + 1] = (float) (inputs[i] + 0.3 * random.nextGaussian());
    }
    boolean[] observed = Observed.all(inputs.length);

    ResidualScore score =
        MultiScaleFitter.fit(COPYING, inputs, observed, new float[] {1, 1}, 4, 7).forOneThread();

    double mean = 0;
    for (int i = 0; i < inputs.length; i += 2) {
      mean += score.score(new float[] {inputs[i], inputs[i + 1]}, NONE, NONE, BOTH) / 1000;
    }
    assertThat(mean).isEqualTo(1, within(0.1));
    assertThat(score.score(new float[] {1, -1}, NONE, NONE, BOTH)).isGreaterThan(5);
  }

  @Test
  void theSameSeedGivesTheSameNoise() {
    float[] inputs = {1, 2, 3, 4};
    float[] unit = {1, 2};

    assertThat(MultiScaleFitter.fit(COPYING, inputs, Observed.all(4), unit, 3, 5).noise())
        .isEqualTo(MultiScaleFitter.fit(COPYING, inputs, Observed.all(4), unit, 3, 5).noise())
        .isNotEqualTo(MultiScaleFitter.fit(COPYING, inputs, Observed.all(4), unit, 3, 6).noise());
  }

  @Test
  void numbersThatCannotBeAScoreAreRefused() {
    assertRefused(
        new float[] {0},
        new float[2],
        new float[2],
        "a level of noise must be finite and above 0; levels[0] is 0.0");
    assertRefused(
        new float[1],
        new float[3],
        new float[2],
        "expected 1 to 256 levels times noise vectors of 2 features, got 1 levels and 3 values");
    assertRefused(
        new float[129],
        new float[4],
        new float[258],
        "expected 1 to 256 levels times noise vectors of 2 features, got 129 levels and 4 values");
    assertRefused(new float[] {1}, new float[] {Float.NaN, 0}, new float[2], "noise[0] is NaN");
    assertRefused(
        new float[] {1},
        new float[2],
        new float[3],
        "the scales of 1 levels and 2 features are 2 values, got 3");
    assertRefused(
        new float[] {1},
        new float[2],
        new float[] {1, 0},
        "a residual's scale must be finite and above 0; scale[1] is 0.0");
  }

  private static void assertRefused(float[] levels, float[] noise, float[] scale, String message) {
    assertThatThrownBy(() -> new MultiScaleResidual(COPYING, levels, noise, scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
