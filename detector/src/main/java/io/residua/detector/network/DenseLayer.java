package io.residua.detector.network;

import java.util.Objects;
import java.util.function.Function;

/**
 * One dense layer: {@code y = activation(W x + b)}. Immutable; the arrays are copied in and never
 * handed out for writing.
 */
public final class DenseLayer extends Layer {
  private final int inputs;
  private final int outputs;
  private final float[] weights;
  private final float[] bias;
  private final Activation activation;
  private final PackedLayer packed;

  /**
   * @param inputs width of x
   * @param outputs width of y
   * @param weights W, {@code outputs} rows of {@code inputs}, row-major
   * @param bias b, length {@code outputs}
   * @throws IllegalArgumentException when a length does not fit or a value is not finite
   */
  public DenseLayer(int inputs, int outputs, float[] weights, float[] bias, Activation activation) {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "a layer needs at least one input and one output, got " + inputs + " and " + outputs);
    }
    requireLength("weights", weights, Math.multiplyExact(inputs, outputs));
    requireLength("bias", bias, outputs);
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = finiteCopy("weights", weights);
    this.bias = finiteCopy("bias", bias);
    this.activation = Objects.requireNonNull(activation, "activation");
    this.packed = Kernels.BEST.pack(this);
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public long parameters() {
    return (long) inputs * outputs + outputs;
  }

  @Override
  public long multiplyAdds() {
    return (long) inputs * outputs;
  }

  @Override
  PackedLayer pack(Function<DenseLayer, PackedLayer> packing) {
    return packing.apply(this);
  }

  public Activation activation() {
    return activation;
  }

  /** A copy of the weights, {@code outputs} rows of {@code inputs}. */
  public float[] weights() {
    return weights.clone();
  }

  /** A copy of the bias. */
  public float[] bias() {
    return bias.clone();
  }

  /** The weights themselves, for kernels of this package: not to be written to. */
  float[] sharedWeights() {
    return weights;
  }

  /** The bias itself, for kernels of this package: not to be written to. */
  float[] sharedBias() {
    return bias;
  }

  /** This layer, laid out for the way of computing that suits this JVM best. */
  PackedLayer packed() {
    return packed;
  }

  private static void requireLength(String what, float[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          what + " must have length " + expected + ", got " + values.length);
    }
  }

  private static float[] finiteCopy(String what, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(what + "[" + i + "] is " + values[i]);
      }
    }
    return values.clone();
  }
}
