package io.residua.detector.network;

/** A dense layer laid out for one {@link DenseKernel}. Immutable and shared between threads. */
interface PackedLayer {
  /**
   * Floats from one row of the output to the next: the layer's outputs, and what fills a vector.
   */
  int stride();

  /**
   * Computes records.
   *
   * @param input rows of at least the layer's inputs
   * @param from where the first row begins
   * @param inputStride floats from one row of the input to the next
   * @param records how many
   * @param output receives rows of {@link #stride()}, of which the first values are the layer's
   *     outputs; another array than {@code input}
   */
  void run(float[] input, int from, int inputStride, int records, float[] output);
}
