package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.ConvolutionLayer.Shape;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionLayerTest {

  @Test
  void eachStepSeesItsNeighboursAndZerosBeyondTheEnds() {
    ConvolutionLayer layer = layer(new Shape(4, 1, 3, 1, 1, 0), 100, 10, 1);

    assertThat(Runs.of(layer, 1, 2, 3, 4)).containsExactly(12, 123, 234, 340);
  }

  @Test
  void theOneMoreStepOfPaddingIsBehind() {
    ConvolutionLayer layer = layer(new Shape(3, 1, 2, 1, 1, 0), 10, 1);

    assertThat(Runs.of(layer, 1, 2, 3)).containsExactly(12, 23, 30);
  }

  @Test
  void aStrideLeavesStepsOut() {
    ConvolutionLayer layer = layer(new Shape(5, 1, 1, 2, 1, 0), 1);

    assertThat(Runs.of(layer, 1, 2, 3, 4, 5)).containsExactly(1, 3, 5);
  }

  @Test
  void valuesThatPassStandBehindTheSequence() {
    ConvolutionLayer layer = layer(new Shape(2, 1, 1, 1, 2, 2), 1, -1);

    assertThat(Runs.of(layer, 3, 4, 8, 9)).containsExactly(3, -3, 4, -4, 8, 9);
  }

  @Test
  void tellsItsWidthsAndItsCost() {
    ConvolutionLayer layer =
        new ConvolutionLayer(
            new Shape(9, 2, 3, 2, 4, 1), new float[24], new float[4], Activation.RELU);

    assertThat(layer.inputs()).isEqualTo(19);
    assertThat(layer.outputs()).isEqualTo(5 * 4 + 1);
    assertThat(layer.multiplyAdds()).isEqualTo(5 * 4 * 3 * 2);
  }

  @Property(tries = 200)
  void theResultIsThatOfTheDefinition(
      @ForAll @IntRange(min = 1, max = 12) int steps,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 1, max = 6) int filters,
      @ForAll Random random) {
    int kernel = 1 + random.nextInt(steps);
    int stride = 1 + random.nextInt(steps);
    Shape shape = new Shape(steps, channels, kernel, stride, filters, random.nextInt(3));
    float[] weights = RandomNetworks.gaussian(random, filters * kernel * channels);
    float[] bias = RandomNetworks.gaussian(random, filters);
    float[] input = RandomNetworks.gaussian(random, shape.inputs());

    float[] found = Runs.of(new ConvolutionLayer(shape, weights, bias, Activation.IDENTITY), input);

    int padding = Math.max(0, ((steps + stride - 1) / stride - 1) * stride + kernel - steps) / 2;
    for (int t = 0; t * stride < steps; t++) {
      for (int f = 0; f < filters; f++) {
        double expected = bias[f];
        for (int k = 0; k < kernel; k++) {
          int step = t * stride - padding + k;
          for (int c = 0; c < channels && step >= 0 && step < steps; c++) {
            expected +=
                (double) weights[(f * kernel + k) * channels + c] * input[step * channels + c];
          }
        }
        assertThat((double) found[t * filters + f]).isEqualTo(expected, within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0, 1, 1, 1, 1, 0 | a convolution has steps of 1 to 65536, got 0",
        "4, 0, 1, 1, 1, 0 | a convolution has channels of 1 to 65536, got 0",
        "4, 1, 5, 1, 1, 0 | a convolution has kernel of 1 to 4, got 5",
        "4, 1, 1, 0, 1, 0 | a convolution has stride of 1 to 4, got 0",
        "4, 1, 1, 5, 1, 0 | a convolution has stride of 1 to 4, got 5",
        "4, 1, 1, 1, 0, 0 | a convolution has filters of 1 to 65536, got 0",
        "4, 1, 1, 1, 1, -1 | a convolution reads at most 65536 values, got 4 steps of 1 and -1"
            + " passing",
        "60000, 60000, 1, 1, 1, 0 | a convolution reads at most 65536 values, got 60000 steps of"
            + " 60000 and 0 passing",
        "4, 1, 1, 1, 60000, 0 | a convolution gives at most 65536 values, got 4 steps of 60000 and"
            + " 0 passing",
      })
  void aShapeThatCannotBeIsRefused(String shape, String message) {
    int[] of = java.util.Arrays.stream(shape.split(", ")).mapToInt(Integer::parseInt).toArray();

    assertThatThrownBy(() -> new Shape(of[0], of[1], of[2], of[3], of[4], of[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static ConvolutionLayer layer(Shape shape, float... weights) {
    return new ConvolutionLayer(shape, weights, new float[shape.filters()], Activation.IDENTITY);
  }
}
