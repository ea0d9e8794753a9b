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

  /** Three clusters and one number z; its decoder gives (cluster, z, 0). */
  private static final Network CLUSTERED =
      new Network(
          List.of(
              new DenseLayer(3, 4, new float[12], new float[4], Activation.IDENTITY),
              new SoftmaxLayer(4, 3),
              new DenseLayer(
                  4,
                  3,
                  new float[] {0, 1, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0},
                  new float[3],
                  Activation.IDENTITY)),
          2);

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
  void whereThereAreClustersEachDrawIsOfOneOfThemByTheirShares() {
    float[] records = draw(new Prior(new float[3], new float[] {0.2f, 0, 0.8f}), CLUSTERED, 1);

    int[] counts = new int[3];
    double square = 0;
    for (int record = 0; record < RECORDS; record++) {
      float cluster = records[3 * record];
      counts[(int) cluster]++;
      square += records[3 * record + 1] * records[3 * record + 1] / RECORDS;
      assertThat(records[3 * record + 2]).isZero();
    }
    assertThat(counts[0]).isCloseTo(RECORDS / 5, within(250));
    assertThat(counts[1]).isZero();
    assertThat(square).isCloseTo(1, within(0.05));
  }

  @Test
  void sharesThatCannotBeAreRefused() {
    float[] noise = new float[2];
    assertThatThrownBy(() -> new Prior(noise, new float[] {0.5f, 0.4f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected shares of clusters that add up to 1, got 0.9");
    assertThatThrownBy(() -> new Prior(noise, new float[] {1.5f, -0.5f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected shares that are finite and at least 0, got shares[1] = -0.5");
    assertThatThrownBy(() -> draw(new Prior(noise, new float[] {0.5f, 0.5f}), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the prior has the shares of 2 clusters, the network has 0");
    assertThatThrownBy(() -> draw(new Prior(new float[3]), CLUSTERED, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the prior has the shares of 0 clusters, the network has 3");
  }

  @Test
  void aNetworkOfAnotherWidthIsRefused() {
    assertThatThrownBy(() -> draw(new Prior(new float[3]), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the prior has the noise of 3 features, the network has 2");
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
    return draw(prior, NETWORK, seed);
  }

  private static float[] draw(Prior prior, Network network, long seed) {
    return prior.draw(new NetworkRunner(network), RECORDS, new SplittableRandom(seed));
  }
}
