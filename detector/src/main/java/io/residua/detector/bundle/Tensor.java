package io.residua.detector.bundle;

/**
 * A named array's content. Borrows its arrays; nobody writes to them.
 *
 * @param shape one or more lengths of at least 1
 * @param values row-major, as many as the product of the lengths
 */
record Tensor(int[] shape, float[] values) {
  static Tensor vector(float[] values) {
    return new Tensor(new int[] {values.length}, values);
  }

  static Tensor matrix(int rows, int columns, float[] values) {
    return new Tensor(new int[] {rows, columns}, values);
  }
}
