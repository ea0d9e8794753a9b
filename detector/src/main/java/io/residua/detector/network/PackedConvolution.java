package io.residua.detector.network;

/**
 * A convolution as a dense layer over windows of the padded sequence. A window's values lie one
 * after the other, and the next window begins {@code stride} steps later: to the kernel they are
 * rows that overlap, and nothing is gathered.
 */
final class PackedConvolution implements PackedLayer {
  private final ConvolutionLayer.Shape shape;
  private final PackedLayer window;
  private final float[] padded;
  private final float[] filtered;

  PackedConvolution(ConvolutionLayer.Shape shape, PackedLayer window) {
    this.shape = shape;
    this.window = window;
    this.padded = new float[shape.paddedSteps() * shape.channels()];
    this.filtered = new float[window.room(shape.outputSteps())];
  }

  @Override
  public int outputs() {
    return shape.outputs();
  }

  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    for (int record = 0; record < records; record++) {
      one(input, from + record * inputStride, output, record * outputs());
    }
  }

  private void one(float[] input, int from, float[] output, int to) {
    int sequence = shape.steps() * shape.channels();
    System.arraycopy(input, from, padded, shape.paddingBefore() * shape.channels(), sequence);
    window.run(padded, 0, shape.stride() * shape.channels(), shape.outputSteps(), filtered);
    System.arraycopy(filtered, 0, output, to, shape.outputSteps() * shape.filters());
    int passing = shape.passing();
    System.arraycopy(input, from + sequence, output, to + outputs() - passing, passing);
  }
}
