package io.residua.detector.network;

import java.util.function.Function;

/**
 * A convolution over time: {@code y_t = activation(W [x_{ts-p} … x_{ts-p+k-1}] + b)} for each step
 * t of the output, with kernel size k, stride s and p steps of padding in front (LeCun et al.,
 * "Gradient-Based Learning Applied to Document Recognition", 1998; in one dimension, Waibel et al.,
 * "Phoneme Recognition Using Time-Delay Neural Networks", 1989).
 *
 * <p>Values lie step by step: all channels of the first step, then of the second. Behind them stand
 * {@code passing} values that are no part of the sequence and go through unchanged.
 *
 * <p>Padding is zeros on both sides, so many that there are {@code ⌈steps / s⌉} steps of output;
 * where their number is odd, the one more is behind ("same" padding).
 */
public final class ConvolutionLayer extends Layer {
  private final Shape shape;
  private final DenseLayer window;

  /**
   * What a convolution reads and gives.
   *
   * @param steps of the input
   * @param channels values a step
   * @param kernel steps that a step of the output sees, at most {@code steps}
   * @param stride steps of the input from one step of the output to the next, at most {@code steps}
   * @param filters values a step of the output
   * @param passing values behind the sequence that go through unchanged, 0 or more
   */
  public record Shape(int steps, int channels, int kernel, int stride, int filters, int passing) {
    public Shape {
      Shapes.requirePositive("a convolution", "steps", steps);
      Shapes.requirePositive("a convolution", "channels", channels);
      Shapes.requireBetween("a convolution", "kernel", kernel, 1, steps);
      Shapes.requireBetween("a convolution", "stride", stride, 1, steps);
      Shapes.requirePositive("a convolution", "filters", filters);
      Shapes.requireWidth("a convolution reads", steps, channels, passing);
      Shapes.requireWidth("a convolution gives", steps(steps, stride), filters, passing);
    }

    private static int steps(int steps, int stride) {
      return (steps + stride - 1) / stride;
    }

    /** Steps of the output. */
    public int outputSteps() {
      return steps(steps, stride);
    }

    public int inputs() {
      return steps * channels + passing;
    }

    public int outputs() {
      return outputSteps() * filters + passing;
    }

    /** Steps of zeros in front of the sequence. */
    public int paddingBefore() {
      return Math.max(0, (outputSteps() - 1) * stride + kernel - steps) / 2;
    }

    /** Steps of the sequence with its zeros. */
    int paddedSteps() {
      return Math.max(steps, (outputSteps() - 1) * stride + kernel);
    }
  }

  /**
   * @param weights W, {@code filters × kernel × channels}, row-major
   * @param bias b, length {@code filters}
   * @throws IllegalArgumentException when a length does not fit or a value is not finite
   */
  public ConvolutionLayer(Shape shape, float[] weights, float[] bias, Activation activation) {
    this.shape = shape;
    this.window =
        new DenseLayer(
            shape.kernel() * shape.channels(), shape.filters(), weights, bias, activation);
  }

  public Shape shape() {
    return shape;
  }

  public Activation activation() {
    return window.activation();
  }

  /** A copy of W, {@code filters × kernel × channels}. */
  public float[] weights() {
    return window.weights();
  }

  /** A copy of b. */
  public float[] bias() {
    return window.bias();
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
    return window.parameters();
  }

  @Override
  public long multiplyAdds() {
    return shape.outputSteps() * window.multiplyAdds();
  }

  @Override
  PackedLayer pack(Function<DenseLayer, PackedLayer> packing) {
    return new PackedConvolution(shape, packing.apply(window));
  }
}
