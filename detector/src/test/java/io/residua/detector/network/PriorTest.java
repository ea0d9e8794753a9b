package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorTest {
  private static final int RECORDS = 20_000;

  /** Its decoder gives (2 z + 1, −z). */
  private static final Network NETWORK =
      new Network(
          List.of(
              new DenseLayer(2, 1, new float[] {1, 0}, new float[1], Activation.IDENTITY),
              new DenseLayer(1, 2, new float[] {2, -1}, new float[] {1, 0}, Activation.IDENTITY)),
          1);

  @Test
  void recordsAreWhatTheDecoderMakesOfStandardNormalLatentVectorsWithNoise() {
    float[] records = draw(new Prior(new float[] {0.5f, 0}), 1);

    double[] mean = new double[2];
    double[] square = new double[2];
    double product = 0;
    for (int i = 0; i < RECORDS; i++) {
      double x = records[2 * i] - 1;
      double y = records[2 * i + 1];
      mean[0] += x / RECORDS;
      mean[1] += y / RECORDS;
      square[0] += x * x / RECORDS;
      square[1] += y * y / RECORDS;
      product += x * y / RECORDS;
    }
    assertThat(mean[0]).isCloseTo(0, within(0.06));
    assertThat(mean[1]).isCloseTo(0, within(0.03));
    assertThat(square[0]).isCloseTo(4 + 0.25, within(0.15));
    assertThat(square[1]).isCloseTo(1, within(0.04));
    assertThat(product).isCloseTo(-2, within(0.08));
  }

  @Test
  void withoutNoiseRecordsAreOnTheDecodersSurface() {
    float[] records = draw(new Prior(new float[2]), 1);

    for (int i = 0; i < RECORDS; i++) {
      assertThat(records[2 * i]).isCloseTo(1 - 2 * records[2 * i + 1], within(1e-5f));
    }
  }

  @Test
  void theSameSeedGivesTheSameRecords() {
    Prior prior = new Prior(new float[] {0.5f, 1});

    assertThat(draw(prior, 7)).containsExactly(draw(prior, 7));
    assertThat(draw(prior, 8)).isNotEqualTo(draw(prior, 7));
  }

  @Test
  void aNetworkOfAnotherWidthIsRefused() {
    assertThatThrownBy(() -> draw(new Prior(new float[3]), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a network of 3 features, got 2");
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY})
  void deviationsThatCannotBeAreRefused(float deviation) {
    assertThatThrownBy(() -> new Prior(new float[] {0, deviation}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected deviations that are finite and at least 0, got noise[1] = " + deviation);
  }

  private static float[] draw(Prior prior, long seed) {
    return prior.draw(new NetworkRunner(NETWORK), RECORDS, new SplittableRandom(seed));
  }
}
