package io.residua.detector.network;

/**
 * Dense layers in plain Java. Four outputs are computed side by side: each input is loaded once for
 * the four, and their additions need not wait for each other.
 */
final class ScalarKernel implements DenseKernel {
  private static final int BLOCK = 4;

  @Override
  public void run(DenseLayer layer, float[] input, int records, float[] output) {
    for (int record = 0; record < records; record++) {
      one(layer, input, record * layer.inputs(), output, record * layer.outputs());
    }
    layer.activation().apply(output, 0, records * layer.outputs());
  }

  private static void one(DenseLayer layer, float[] input, int from, float[] output, int to) {
    int row = 0;
    for (; row + BLOCK <= layer.outputs(); row += BLOCK) {
      block(layer, row, input, from, output, to);
    }
    for (; row < layer.outputs(); row++) {
      single(layer, row, input, from, output, to);
    }
  }

  private static void block(
      DenseLayer layer, int row, float[] input, int from, float[] output, int to) {
    float[] weights = layer.sharedWeights();
    float[] bias = layer.sharedBias();
    int inputs = layer.inputs();
    int w0 = row * inputs;
    int w1 = w0 + inputs;
    int w2 = w1 + inputs;
    int w3 = w2 + inputs;
    float s0 = bias[row];
    float s1 = bias[row + 1];
    float s2 = bias[row + 2];
    float s3 = bias[row + 3];
    for (int i = 0; i < inputs; i++) {
      float x = input[from + i];
      s0 += weights[w0 + i] * x;
      s1 += weights[w1 + i] * x;
      s2 += weights[w2 + i] * x;
      s3 += weights[w3 + i] * x;
    }
    output[to + row] = s0;
    output[to + row + 1] = s1;
    output[to + row + 2] = s2;
    output[to + row + 3] = s3;
  }

  private static void single(
      DenseLayer layer, int row, float[] input, int from, float[] output, int to) {
    float[] weights = layer.sharedWeights();
    int start = row * layer.inputs();
    float sum = layer.sharedBias()[row];
    for (int i = 0; i < layer.inputs(); i++) {
      sum += weights[start + i] * input[from + i];
    }
    output[to + row] = sum;
  }
}
