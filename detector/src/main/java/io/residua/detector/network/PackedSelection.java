package io.residua.detector.network;

/**
 * Moves values.
 *
 * @param order borrowed: not to be written to
 */
record PackedSelection(int[] order) implements PackedLayer {
  @Override
  public int outputs() {
    return order.length;
  }

  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    for (int record = 0; record < records; record++) {
      int source = from + record * inputStride;
      int to = record * order.length;
      for (int i = 0; i < order.length; i++) {
        output[to + i] = input[source + order[i]];
      }
    }
  }
}
