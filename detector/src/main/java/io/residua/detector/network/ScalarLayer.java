package io.residua.detector.network;

/**
 * A dense layer in plain Java. Four outputs are computed side by side: each input is loaded once
 * for the four, and their additions need not wait for each other.
 */
final class ScalarLayer implements PackedLayer {
  private static final int BLOCK = 4;

  private final int inputs;
  private final int outputs;
  private final float[] weights;
  private final float[] bias;
  private final Activation activation;

  ScalarLayer(DenseLayer layer) {
    this.inputs = layer.inputs();
    this.outputs = layer.outputs();
    this.weights = layer.sharedWeights();
    this.bias = layer.sharedBias();
    this.activation = layer.activation();
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public void run(float[] input, int from, int inputStride, int records, float[] output) {
    for (int record = 0; record < records; record++) {
      one(input, from + record * inputStride, output, record * outputs);
    }
    activation.apply(output, 0, records * outputs);
  }

  private void one(float[] input, int from, float[] output, int to) {
    int row = 0;
    for (; row + BLOCK <= outputs; row += BLOCK) {
      block(row, input, from, output, to);
    }
    for (; row < outputs; row++) {
      single(row, input, from, output, to);
    }
  }

  private void block(int row, float[] input, int from, float[] output, int to) {
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
      s0 = MultiplyAdd.of(weights[w0 + i], x, s0);
      s1 = MultiplyAdd.of(weights[w1 + i], x, s1);
      s2 = MultiplyAdd.of(weights[w2 + i], x, s2);
      s3 = MultiplyAdd.of(weights[w3 + i], x, s3);
    }
    output[to + row] = s0;
    output[to + row + 1] = s1;
    output[to + row + 2] = s2;
    output[to + row + 3] = s3;
  }

  private void single(int row, float[] input, int from, float[] output, int to) {
    int start = row * inputs;
    float sum = bias[row];
    for (int i = 0; i < inputs; i++) {
      sum = MultiplyAdd.of(weights[start + i], input[from + i], sum);
    }
    output[to + row] = sum;
  }
}
