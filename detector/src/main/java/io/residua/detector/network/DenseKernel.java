package io.residua.detector.network;

/** The dense layer in plain Java. Stateless; the result of a record never depends on its batch. */
final class DenseKernel {
  private DenseKernel() {}

  static void run(DenseLayer layer, float[] input, int records, float[] output) {
    for (int record = 0; record < records; record++) {
      one(layer, input, record * layer.inputs(), output, record * layer.outputs());
    }
  }

  private static void one(DenseLayer layer, float[] input, int from, float[] output, int to) {
    float[] weights = layer.sharedWeights();
    float[] bias = layer.sharedBias();
    Activation activation = layer.activation();
    int inputs = layer.inputs();
    for (int row = 0; row < bias.length; row++) {
      float sum = bias[row] + dot(weights, row * inputs, input, from, inputs);
      output[to + row] = activation.apply(sum);
    }
  }

  /** Four partial sums, so that additions need not wait for each other. */
  private static float dot(float[] a, int fromA, float[] b, int fromB, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[fromA + i] * b[fromB + i];
      s1 += a[fromA + i + 1] * b[fromB + i + 1];
      s2 += a[fromA + i + 2] * b[fromB + i + 2];
      s3 += a[fromA + i + 3] * b[fromB + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[fromA + i] * b[fromB + i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
