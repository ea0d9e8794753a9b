package io.residua.detector.score;

/** The Cholesky factorisation {@code A = L Lᵀ} of a positive definite matrix. */
final class Cholesky {
  private Cholesky() {}

  /**
   * {@code L⁻¹}, lower triangular.
   *
   * @param matrix A, of which the lower triangle is read, row-major
   * @throws IllegalArgumentException when it is not positive definite
   */
  static double[] inverseFactor(int width, double[] matrix) {
    double[] factor = factor(width, matrix);
    double[] inverse = new double[factor.length];
    for (int column = 0; column < width; column++) {
      inverse[column * width + column] = 1 / factor[column * width + column];
      for (int row = column + 1; row < width; row++) {
        double sum = 0;
        for (int i = column; i < row; i++) {
          sum += factor[row * width + i] * inverse[i * width + column];
        }
        inverse[row * width + column] = -sum / factor[row * width + row];
      }
    }
    return inverse;
  }

  private static double[] factor(int width, double[] matrix) {
    double[] factor = new double[width * width];
    for (int row = 0; row < width; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row * width + column];
        for (int i = 0; i < column; i++) {
          rest -= factor[row * width + i] * factor[column * width + i];
        }
        if (row == column && !(rest > 0)) {
          throw new IllegalArgumentException(
              "expected a positive definite matrix, pivot " + row + " is " + rest);
        }
        factor[row * width + column] =
            row == column ? Math.sqrt(rest) : rest / factor[column * width + column];
      }
    }
    return factor;
  }
}
