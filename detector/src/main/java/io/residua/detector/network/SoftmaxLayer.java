package io.residua.detector.network;

import java.util.function.Function;

/**
 * Shares out of the first values, and the others as they are: {@code y_i = e^{x_i} / Σ_{j<k}
 * e^{x_j}} for i below k, else {@code y_i = x_i}. In an encoder, the shares of a record in k
 * clusters beside a latent vector of its own.
 */
public final class SoftmaxLayer extends Layer {
  /** With one there is nothing to share. */
  public static final int FEWEST_SHARES = 2;

  private final int inputs;
  private final int shares;

  /**
   * @param inputs width of x and of y, 2 to {@link Layer#MOST_WIDTH}
   * @param shares k, {@value #FEWEST_SHARES} to {@code inputs}
   */
  public SoftmaxLayer(int inputs, int shares) {
    Shapes.requireBetween("a softmax", "inputs", inputs, FEWEST_SHARES, Layer.MOST_WIDTH);
    Shapes.requireBetween("a softmax", "shares", shares, FEWEST_SHARES, inputs);
    this.inputs = inputs;
    this.shares = shares;
  }

  /** How many of the values become shares, which add up to 1. */
  public int shares() {
    return shares;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return inputs;
  }

  @Override
  public long parameters() {
    return 0;
  }

  /** None: exponentials, as those of activations, are not counted. */
  @Override
  public long multiplyAdds() {
    return 0;
  }

  @Override
  PackedLayer pack(Function<DenseLayer, PackedLayer> packing) {
    return new PackedSoftmax(inputs, shares);
  }
}
