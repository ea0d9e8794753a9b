package io.residua.detector.network;

/**
 * How dense layers are computed. Stateless; a record's result never depends on its batch, bit for
 * bit, and differs between kernels by at most 1e-5.
 */
interface DenseKernel {
  /**
   * Computes a layer.
   *
   * @param input {@code records} rows of {@code layer.inputs()}, row-major
   * @param output receives {@code records} rows of {@code layer.outputs()}; another array
   */
  void run(DenseLayer layer, float[] input, int records, float[] output);
}
