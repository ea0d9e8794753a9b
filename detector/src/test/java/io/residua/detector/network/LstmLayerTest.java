package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.LstmLayer.Shape;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LstmLayerTest {

  /** Biases hold its gates: input 1, forget f, output 1; the candidate is tanh(x). */
  @Test
  void anOpenForgetGateAddsUpASequenceAndAShutOneKeepsItsLastStep() {
    float[] weights = {0, 0, 0, 0, 1, 0, 0, 0};
    LstmLayer adding = new LstmLayer(new Shape(2, 1, 1, 0), weights, new float[] {50, 50, 0, 50});
    LstmLayer last = new LstmLayer(new Shape(2, 1, 1, 0), weights, new float[] {50, -50, 0, 50});

    assertThat((double) Runs.of(adding, 0.5f, 0.25f)[0])
        .isEqualTo(Math.tanh(Math.tanh(0.5) + Math.tanh(0.25)), within(1e-6));
    assertThat((double) Runs.of(last, 0.5f, 0.25f)[0])
        .isEqualTo(Math.tanh(Math.tanh(0.25)), within(1e-6));
  }

  @Test
  void valuesThatPassStandBehindTheHiddenState() {
    LstmLayer layer = new LstmLayer(new Shape(1, 1, 2, 2), new float[24], new float[8]);

    assertThat(Runs.of(layer, 5, 8, 9)).containsExactly(0, 0, 8, 9);
  }

  @Test
  void tellsItsWidthsAndItsCost() {
    LstmLayer layer = new LstmLayer(new Shape(7, 3, 5, 2), new float[160], new float[20]);

    assertThat(layer.inputs()).isEqualTo(23);
    assertThat(layer.outputs()).isEqualTo(7);
    assertThat(layer.multiplyAdds()).isEqualTo(7 * 20 * 8);
  }

  @Test
  void givesItsWeightsAsTheyWere() {
    float[] weights = RandomNetworks.gaussian(new Random(1), 8 * 5);
    float[] bias = RandomNetworks.gaussian(new Random(2), 8);
    LstmLayer layer = new LstmLayer(new Shape(3, 3, 2, 0), weights, bias);

    assertThat(layer.weights()).isEqualTo(weights);
    assertThat(layer.bias()).isEqualTo(bias);
  }

  @Property(tries = 100)
  void theResultIsThatOfTheEquations(
      @ForAll @IntRange(min = 1, max = 10) int steps,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 9) int hidden,
      @ForAll Random random) {
    Shape shape = new Shape(steps, channels, hidden, random.nextInt(3));
    int row = channels + hidden;
    float[] weights = RandomNetworks.gaussian(random, 4 * hidden * row);
    float[] bias = RandomNetworks.gaussian(random, 4 * hidden);
    float[] input = RandomNetworks.gaussian(random, shape.inputs());

    float[] found = Runs.of(new LstmLayer(shape, weights, bias), input);

    double[] h = new double[hidden];
    double[] c = new double[hidden];
    for (int step = 0; step < steps; step++) {
      double[] gates = new double[4 * hidden];
      for (int g = 0; g < gates.length; g++) {
        gates[g] = bias[g];
        for (int i = 0; i < row; i++) {
          double x = i < channels ? input[step * channels + i] : h[i - channels];
          gates[g] += weights[g * row + i] * x;
        }
      }
      for (int i = 0; i < hidden; i++) {
        c[i] =
            sigmoid(gates[hidden + i]) * c[i]
                + sigmoid(gates[i]) * Math.tanh(gates[2 * hidden + i]);
        h[i] = sigmoid(gates[3 * hidden + i]) * Math.tanh(c[i]);
      }
    }
    for (int i = 0; i < hidden; i++) {
      assertThat((double) found[i]).isEqualTo(h[i], within(1e-4));
    }
  }

  @Test
  void aShapeOrWeightsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Shape(0, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an LSTM has steps of 1 to 65536, got 0");
    assertThatThrownBy(() -> new Shape(1, 1, 65536, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an LSTM gives at most 65536 values, got 1 steps of 65536 and 1 passing");
    assertThatThrownBy(() -> new LstmLayer(new Shape(1, 1, 1, 0), new float[7], new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights must have length 8, got 7");
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
