package io.residua.detector.network;

/**
 * Products of matrices by what runs networks in this JVM, so that what trains a network computes as
 * what runs it does. One thread's: it keeps buffers.
 */
public interface MatrixProduct {
  /** By the best way this JVM has. */
  static MatrixProduct best() {
    return Kernels.BEST.product();
  }

  /**
   * {@code into = left · right}. Each value is a sum in the order of {@code inner}, one rounding a
   * step, whatever the shapes.
   *
   * @param left {@code rows × inner}, row-major
   * @param right {@code inner × columns}, row-major
   * @param into receives {@code rows × columns}, row-major; another array than the others
   */
  void multiply(float[] left, int rows, int inner, float[] right, int columns, float[] into);
}
