package io.residua.detector.network;

import java.util.function.Function;

/**
 * A long short-term memory that reads a sequence and gives its last hidden state (Hochreiter and
 * Schmidhuber, "Long Short-Term Memory", 1997; with the forget gate of Gers, Schmidhuber and
 * Cummins, "Learning to Forget", 2000). From {@code h_0 = c_0 = 0}, step by step:
 *
 * <pre>
 *   [i f g o] = W [x_t h_{t-1}] + b
 *   c_t = σ(f) c_{t-1} + σ(i) tanh(g)
 *   h_t = σ(o) tanh(c_t)
 * </pre>
 *
 * <p>Rows of W and b stand in the order input gate, forget gate, candidate, output gate, {@code
 * hidden} rows each. Values lie step by step; behind them stand {@code passing} values that are no
 * part of the sequence and go through unchanged, to stand behind the hidden state.
 */
public final class LstmLayer extends Layer {
  /** Input gate, forget gate, candidate, output gate. */
  private static final int GATES = 4;

  private static final int CANDIDATE = 2;

  private final Shape shape;
  private final DenseLayer gates;

  /**
   * What it reads and gives.
   *
   * @param steps of the sequence
   * @param channels values a step
   * @param hidden width of the hidden state
   * @param passing values behind the sequence that go through unchanged, 0 or more
   */
  public record Shape(int steps, int channels, int hidden, int passing) {
    public Shape {
      Shapes.requirePositive("an LSTM", "steps", steps);
      Shapes.requirePositive("an LSTM", "channels", channels);
      Shapes.requirePositive("an LSTM", "hidden", hidden);
      Shapes.requireWidth("an LSTM reads", steps, channels, passing);
      Shapes.requireWidth("an LSTM gives", 1, hidden, passing);
    }

    public int inputs() {
      return steps * channels + passing;
    }

    public int outputs() {
      return hidden + passing;
    }
  }

  /**
   * @param weights W, {@code 4 hidden} rows of {@code channels + hidden}, row-major
   * @param bias b, length {@code 4 hidden}
   * @throws IllegalArgumentException when a length does not fit or a value is not finite
   */
  public LstmLayer(Shape shape, float[] weights, float[] bias) {
    this.shape = shape;
    int row = shape.channels() + shape.hidden();
    this.gates =
        new DenseLayer(
            row,
            GATES * shape.hidden(),
            candidates(weights, row * shape.hidden(), 2),
            candidates(bias, shape.hidden(), 2),
            Activation.SIGMOID);
  }

  /**
   * A copy in which the candidates' values have a factor. They are kept doubled: {@code tanh(x) = 2
   * σ(2x) − 1}, so that the kernel can compute all gates by one function. A factor of two is exact.
   *
   * @param gate how many values a gate has
   */
  private static float[] candidates(float[] values, int gate, float factor) {
    float[] copy = values.clone();
    for (int i = CANDIDATE * gate; i < Math.min(copy.length, (CANDIDATE + 1) * gate); i++) {
      copy[i] *= factor;
    }
    return copy;
  }

  public Shape shape() {
    return shape;
  }

  /** A copy of W, {@code 4 hidden} rows of {@code channels + hidden}. */
  public float[] weights() {
    return candidates(gates.weights(), gates.inputs() * shape.hidden(), 0.5f);
  }

  /** A copy of b. */
  public float[] bias() {
    return candidates(gates.bias(), shape.hidden(), 0.5f);
  }

  @Override
  public int inputs() {
    return shape.inputs();
  }

  @Override
  public int outputs() {
    return shape.outputs();
  }

  @Override
  public long parameters() {
    return gates.parameters();
  }

  @Override
  public long multiplyAdds() {
    return shape.steps() * gates.multiplyAdds();
  }

  @Override
  PackedLayer pack(Function<DenseLayer, PackedLayer> packing) {
    return new PackedLstm(shape, packing.apply(gates));
  }
}
