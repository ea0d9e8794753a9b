package io.residua.trainer.gradient;

import io.residua.detector.network.MatrixProduct;

/** Products of matrices: {@code C = A B} has {@code ∂A = ∂C Bᵀ} and {@code ∂B = Aᵀ ∂C}. */
final class Products {
  private final MatrixProduct kernel;

  Products(MatrixProduct kernel) {
    this.kernel = kernel;
  }

  Node product(Node left, Node right) {
    Node result = multiplied(left, right, left, right);
    return result.backward(() -> back(left, right, result));
  }

  Node affine(Node left, Node right, Node bias) {
    if (bias.rows() != 1 || bias.columns() != right.columns()) {
      throw new IllegalArgumentException(
          "expected a bias of 1 × %d, got %d × %d"
              .formatted(right.columns(), bias.rows(), bias.columns()));
    }
    Node result = multiplied(left, right, left, right, bias);
    Sums.addToRows(bias.values(), result.values());
    return result.backward(
        () -> {
          back(left, right, result);
          if (bias.differentiable()) {
            Sums.addRows(result.gradient(), bias.gradient());
          }
        });
  }

  /** {@code into = left right}, without a node. */
  void multiply(float[] left, int rows, int inner, float[] right, int columns, float[] into) {
    kernel.multiply(left, rows, inner, right, columns, into);
  }

  private Node multiplied(Node left, Node right, Node... of) {
    if (left.columns() != right.rows()) {
      throw new IllegalArgumentException(
          "expected %d rows on the right, got %d".formatted(left.columns(), right.rows()));
    }
    Node result = left.tape().result(left.rows(), right.columns(), of);
    kernel.multiply(
        left.values(),
        left.rows(),
        left.columns(),
        right.values(),
        right.columns(),
        result.values());
    return result;
  }

  private void back(Node left, Node right, Node result) {
    int rows = left.rows();
    int inner = left.columns();
    int columns = right.columns();
    Buffers buffers = left.tape().buffers();
    if (left.differentiable()) {
      float[] transposed = buffers.any(inner * columns);
      Layout.transpose(right.values(), inner, columns, transposed);
      float[] gradient = buffers.any(rows * inner);
      kernel.multiply(result.gradient(), rows, columns, transposed, inner, gradient);
      Elements.add(gradient, left.gradient());
    }
    if (right.differentiable()) {
      float[] transposed = buffers.any(rows * inner);
      Layout.transpose(left.values(), rows, inner, transposed);
      float[] gradient = buffers.any(inner * columns);
      kernel.multiply(transposed, inner, rows, result.gradient(), columns, gradient);
      Elements.add(gradient, right.gradient());
    }
  }
}
