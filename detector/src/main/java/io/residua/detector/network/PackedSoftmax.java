package io.residua.detector.network;

/**
 * Shares out of the first values of each record, in plain Java whatever the kernel. The largest
 * value is taken out first, so that no exponential overflows; NaN makes all shares NaN.
 *
 * @param width of a record
 * @param shares how many values become shares
 */
record PackedSoftmax(int width, int shares) implements PackedLayer {
  @Override
  public int outputs() {
    return width;
  }

  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    for (int record = 0; record < records; record++) {
      int source = from + record * inputStride;
      int to = record * width;
      share(input, source, output, to);
      System.arraycopy(input, source + shares, output, to + shares, width - shares);
    }
  }

  private void share(float[] input, int from, float[] output, int to) {
    float largest = input[from];
    for (int i = 1; i < shares; i++) {
      largest = Math.max(largest, input[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < shares; i++) {
      float exponential = (float) Math.exp((double) input[from + i] - largest);
      output[to + i] = exponential;
      sum += exponential;
    }
    for (int i = 0; i < shares; i++) {
      output[to + i] = (float) (output[to + i] / sum);
    }
  }
}
