package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  @Test
  void tellsItsWidthsAndItsCost() {
    Network network = new Network(List.of(layer(30, 16), layer(16, 8), layer(8, 30)), 2);

    assertThat(network.width()).isEqualTo(30);
    assertThat(network.latentWidth()).isEqualTo(8);
    assertThat(network.multiplyAdds()).isEqualTo(30 * 16 + 16 * 8 + 8 * 30);
  }

  @Test
  void layersThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Network(List.of(layer(3, 2), layer(1, 3)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer 1 reads 1 values, layer 0 gives 2");
  }

  @Test
  void anOutputOfAnotherWidthThanTheInputIsRefused() {
    assertThatThrownBy(() -> new Network(List.of(layer(3, 2), layer(2, 4)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an autoencoder gives as many values as it reads: 3 in, 4 out");
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "3"})
  void anEncoderOfNoLayersOrOfAllIsRefused(int encoderLayers) {
    assertThatThrownBy(() -> new Network(List.of(layer(3, 2), layer(2, 3)), encoderLayers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the encoder must have 1 to 1 of the 2 layers, got " + encoderLayers);
  }

  @Test
  void weightsThatAreNotFiniteOrTooFewAreRefused() {
    assertThatThrownBy(
            () ->
                new DenseLayer(2, 1, new float[] {1, Float.NaN}, new float[1], Activation.IDENTITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights[1] is NaN");
    assertThatThrownBy(() -> new DenseLayer(2, 1, new float[1], new float[1], Activation.IDENTITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights must have length 2, got 1");
    assertThatThrownBy(() -> new DenseLayer(2, 0, new float[0], new float[0], Activation.IDENTITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a layer needs at least one input and one output, got 2 and 0");
  }

  @Test
  void aLayersArraysCannotBeChangedFromOutside() {
    float[] weights = {1, 2};
    DenseLayer layer = new DenseLayer(2, 1, weights, new float[1], Activation.IDENTITY);

    weights[0] = 9;
    layer.weights()[1] = 9;
    layer.bias()[0] = 9;

    assertThat(layer.weights()).containsExactly(1, 2);
    assertThat(layer.bias()).containsExactly(0);
  }

  private static DenseLayer layer(int inputs, int outputs) {
    return new DenseLayer(
        inputs, outputs, new float[inputs * outputs], new float[outputs], Activation.TANH);
  }
}
