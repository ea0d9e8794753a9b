package io.residua.detector.network;

import java.util.function.Function;

/**
 * Values in another order: {@code y_i = x_{order[i]}}. Brings features into the layout of a
 * sequence and back, leaves some out, or repeats some.
 */
public final class SelectionLayer extends Layer {
  private final int inputs;
  private final int[] order;

  /**
   * @param inputs width of x, 1 to {@link Layer#MOST_WIDTH}
   * @param order which value of x each value of y is, from 0; 1 to {@link Layer#MOST_WIDTH} of them
   */
  public SelectionLayer(int inputs, int... order) {
    Shapes.requirePositive("a selection", "inputs", inputs);
    Shapes.requirePositive("a selection", "outputs", order.length);
    this.inputs = inputs;
    this.order = order.clone();
    for (int i = 0; i < order.length; i++) {
      if (order[i] < 0 || order[i] >= inputs) {
        throw new IllegalArgumentException(
            "a selection of %d values chooses 0 to %d, got order[%d] = %d"
                .formatted(inputs, inputs - 1, i, order[i]));
      }
    }
  }

  /** A copy of the order. */
  public int[] order() {
    return order.clone();
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return order.length;
  }

  @Override
  public long parameters() {
    return 0;
  }

  /** None: it only moves values. */
  @Override
  public long multiplyAdds() {
    return 0;
  }

  @Override
  PackedLayer pack(Function<DenseLayer, PackedLayer> packing) {
    return new PackedSelection(order);
  }
}
