package io.residua.detector.network;

import java.util.function.Function;

/**
 * One step of a network: so many values in, so many out. Immutable and shared between threads; run
 * it with a {@link NetworkRunner}.
 */
public abstract sealed class Layer
    permits DenseLayer, ConvolutionLayer, LstmLayer, MemoryLayer, SelectionLayer, SoftmaxLayer {
  /** Most values that a layer reads or gives. */
  public static final int MOST_WIDTH = 1 << 16;

  /** Values that one record brings. */
  public abstract int inputs();

  /** Values that it leaves as. */
  public abstract int outputs();

  /** Numbers that training found: weights and biases. */
  public abstract long parameters();

  /** Multiply-adds of one record. */
  public abstract long multiplyAdds();

  /**
   * Lays the layer out for one thread's use. All products are a dense layer's, so that a way of
   * computing those computes every layer.
   *
   * @param packing lays out a dense layer
   */
  abstract PackedLayer pack(Function<DenseLayer, PackedLayer> packing);
}
