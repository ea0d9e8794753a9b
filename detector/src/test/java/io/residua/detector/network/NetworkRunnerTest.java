package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NetworkRunnerTest {

  @Test
  void knownWeightsGiveKnownNumbers() {
    DenseLayer encoder =
        new DenseLayer(2, 1, new float[] {3, -1}, new float[] {0.5f}, Activation.RELU);
    DenseLayer decoder =
        new DenseLayer(1, 2, new float[] {2, 4}, new float[] {1, -1}, Activation.IDENTITY);
    NetworkRunner runner = new NetworkRunner(new Network(List.of(encoder, decoder), 1));
    float[] latent = new float[2];
    float[] output = new float[4];

    runner.run(new float[] {1, 2, -1, 2}, 2, latent, output);

    assertThat(latent).containsExactly(1.5f, 0);
    assertThat(output).containsExactly(4, 5, 1, -1);
  }

  @Property(tries = 200)
  void aRecordsResultDoesNotDependOnItsBatch(
      @ForAll(supplier = RandomNetworks.class) Network network,
      @ForAll @IntRange(min = 1, max = 70) int records,
      @ForAll Random random) {
    assertIndependentOfBatch(network, records, random);
  }

  @Property(tries = 200)
  void norDoesItWithOtherLayersThanDenseOnes(
      @ForAll(supplier = MixedNetworks.class) Network network,
      @ForAll @IntRange(min = 1, max = 70) int records,
      @ForAll Random random) {
    assertIndependentOfBatch(network, records, random);
  }

  @Property(tries = 200)
  void decodingIsTheSecondHalfOfRunning(
      @ForAll(supplier = MixedNetworks.class) Network network,
      @ForAll @IntRange(min = 1, max = 140) int records,
      @ForAll Random random) {
    float[] input = RandomNetworks.gaussian(random, records * network.width());
    float[] latent = new float[records * network.latentWidth()];
    float[] output = new float[input.length];
    float[] decoded = new float[input.length];
    NetworkRunner runner = new NetworkRunner(network);

    runner.run(input, records, latent, output);
    runner.decode(latent, records, decoded);

    assertThat(decoded).isEqualTo(output);
  }

  private static void assertIndependentOfBatch(Network network, int records, Random random) {
    float[] input = RandomNetworks.gaussian(random, records * network.width());
    float[] latents = new float[records * network.latentWidth()];
    float[] outputs = new float[records * network.width()];
    new NetworkRunner(network).run(input, records, latents, outputs);

    NetworkRunner single = new NetworkRunner(network);
    float[] latent = new float[network.latentWidth()];
    float[] output = new float[network.width()];
    for (int i = 0; i < records; i++) {
      single.run(row(input, i, network.width()), 1, latent, output);
      assertThat(latent).isEqualTo(row(latents, i, network.latentWidth()));
      assertThat(output).isEqualTo(row(outputs, i, network.width()));
    }
  }

  @Property(tries = 200)
  void theResultIsThatOfTheDefinition(
      @ForAll(supplier = RandomNetworks.class) Network network, @ForAll Random random) {
    float[] input = RandomNetworks.gaussian(random, network.width());
    float[] latent = new float[network.latentWidth()];
    float[] output = new float[network.width()];

    new NetworkRunner(network).run(input, 1, latent, output);

    double[] expected = new double[input.length];
    Arrays.setAll(expected, i -> input[i]);
    for (int i = 0; i < network.layers().size(); i++) {
      expected = layer((DenseLayer) network.layers().get(i), expected);
      if (i == network.encoderLayers() - 1) {
        assertClose(latent, expected);
      }
    }
    assertClose(output, expected);
  }

  private static double[] layer(DenseLayer layer, double[] input) {
    double[] output = new double[layer.outputs()];
    for (int row = 0; row < output.length; row++) {
      output[row] = layer.bias()[row];
      for (int i = 0; i < input.length; i++) {
        output[row] += layer.weights()[row * input.length + i] * input[i];
      }
      output[row] =
          switch (layer.activation()) {
            case IDENTITY -> output[row];
            case TANH -> Math.tanh(output[row]);
            case RELU -> Math.max(0, output[row]);
            case SIGMOID -> 1 / (1 + Math.exp(-output[row]));
          };
    }
    return output;
  }

  private static void assertClose(float[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i])
          .isEqualTo(expected[i], within(1e-5 * Math.max(1, Math.abs(expected[i]))));
    }
  }

  private static float[] row(float[] rows, int row, int width) {
    return Arrays.copyOfRange(rows, row * width, (row + 1) * width);
  }
}
