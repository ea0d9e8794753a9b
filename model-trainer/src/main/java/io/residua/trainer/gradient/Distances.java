package io.residua.trainer.gradient;

import io.residua.detector.network.MatrixProduct;

/**
 * Squared distances between the rows of two matrices: {@code d_ij = |x_i − y_j|²} has {@code ∂x_i =
 * 2 Σ_j ∂d_ij (x_i − y_j)}, and {@code ∂y_j} alike. By {@code |x|² − 2 x·y + |y|²}, so that most of
 * the work is a product of matrices; what rounding brings below 0 is 0.
 */
final class Distances {
  private final MatrixProduct kernel;

  Distances(MatrixProduct kernel) {
    this.kernel = kernel;
  }

  Node squared(Node left, Node right) {
    if (left.columns() != right.columns()) {
      throw new IllegalArgumentException(
          "expected %d columns, got %d".formatted(left.columns(), right.columns()));
    }
    Node result = left.tape().result(left.rows(), right.rows(), left, right);
    float[] transposed = left.tape().buffers().any(right.values().length);
    Layout.transpose(right.values(), right.rows(), right.columns(), transposed);
    kernel.multiply(
        left.values(), left.rows(), left.columns(), transposed, right.rows(), result.values());
    fromProducts(result, squares(left), squares(right));
    return result.backward(() -> back(left, right, result));
  }

  private static void fromProducts(Node result, float[] left, float[] right) {
    float[] values = result.values();
    for (int row = 0; row < result.rows(); row++) {
      int from = row * result.columns();
      float square = left[row];
      for (int i = 0; i < result.columns(); i++) {
        values[from + i] = Math.max(0f, square - 2f * values[from + i] + right[i]);
      }
    }
  }

  private static float[] squares(Node of) {
    float[] squares = of.tape().buffers().zeros(of.rows());
    int width = of.columns();
    for (int i = 0; i < of.values().length; i++) {
      squares[i / width] += of.values()[i] * of.values()[i];
    }
    return squares;
  }

  private void back(Node left, Node right, Node result) {
    float[] slope = result.gradient();
    if (left.differentiable()) {
      back(slope, left, right);
    }
    if (right.differentiable()) {
      float[] transposed = left.tape().buffers().any(slope.length);
      Layout.transpose(slope, left.rows(), right.rows(), transposed);
      back(transposed, right, left);
    }
  }

  /** To the matrix whose rows are those of the slope. */
  private void back(float[] slope, Node to, Node others) {
    int width = to.columns();
    float[] weighted = to.tape().buffers().any(to.values().length);
    kernel.multiply(slope, to.rows(), others.rows(), others.values(), width, weighted);
    float[] gradient = to.gradient();
    for (int row = 0; row < to.rows(); row++) {
      float sum = 0;
      for (int i = row * others.rows(); i < (row + 1) * others.rows(); i++) {
        sum += slope[i];
      }
      for (int i = row * width; i < (row + 1) * width; i++) {
        gradient[i] += 2f * (sum * to.values()[i] - weighted[i]);
      }
    }
  }
}
