package io.residua.detector.network;

/**
 * A layer laid out for one {@link DenseKernel}. A dense one is immutable and shared between
 * threads; others have buffers of their own and are for one thread. Nothing is allocated once as
 * many records have passed together as ever will.
 */
interface PackedLayer {
  /** Values that it leaves a record as, and floats from one row of the output to the next. */
  int outputs();

  /** Floats that so many records' output needs: a vector may be written past the last row. */
  default int room(int records) {
    return Math.multiplyExact(records, outputs());
  }

  /**
   * Computes records.
   *
   * @param input rows of at least the layer's inputs
   * @param from where the first row begins
   * @param inputStride floats from one row of the input to the next
   * @param records how many
   * @param output receives rows of {@link #outputs()}, and has {@link #room}; another array than
   *     {@code input}
   */
  void run(float[] input, int from, int inputStride, int records, float[] output);
}
