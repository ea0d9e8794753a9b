package io.residua.detector.score;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van
 * Loan, "Matrix Computations", algorithm 8.5.3): slower than others on wide matrices, and as exact
 * as any.
 */
final class SymmetricEigen {
  private static final int MOST_SWEEPS = 60;
  private static final double CONVERGED = 1e-22;

  private final double[][] matrix;
  private final double[][] vectors;

  private SymmetricEigen(double[][] matrix) {
    this.matrix = matrix;
    this.vectors = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      vectors[i][i] = 1;
    }
  }

  /**
   * Decomposes a matrix.
   *
   * @param symmetric overwritten
   */
  static SymmetricEigen of(double[][] symmetric) {
    SymmetricEigen eigen = new SymmetricEigen(symmetric);
    double bound = CONVERGED * eigen.squares(true);
    for (int sweep = 0; sweep < MOST_SWEEPS && eigen.squares(false) > bound; sweep++) {
      eigen.sweep();
    }
    return eigen;
  }

  double value(int i) {
    return matrix[i][i];
  }

  /** Eigenvector i, of length 1. */
  double[] vector(int i) {
    return vectors[i];
  }

  /** The sum of squared entries, with the diagonal or without. */
  private double squares(boolean diagonal) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        sum += i != j || diagonal ? matrix[i][j] * matrix[i][j] : 0;
      }
    }
    return sum;
  }

  private void sweep() {
    for (int p = 0; p < matrix.length; p++) {
      for (int q = p + 1; q < matrix.length; q++) {
        if (matrix[p][q] != 0) {
          rotate(p, q);
        }
      }
    }
  }

  /** Makes entry (p, q) zero. */
  private void rotate(int p, int q) {
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = 1 / (Math.abs(theta) + Math.hypot(theta, 1));
    tangent = theta < 0 ? -tangent : tangent;
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      double atP = row[p];
      row[p] = cosine * atP - sine * row[q];
      row[q] = sine * atP + cosine * row[q];
    }
    rotateRows(matrix, p, q, cosine, sine);
    rotateRows(vectors, p, q, cosine, sine);
  }

  private static void rotateRows(double[][] of, int p, int q, double cosine, double sine) {
    double[] rowP = of[p];
    double[] rowQ = of[q];
    for (int i = 0; i < rowP.length; i++) {
      double atP = rowP[i];
      rowP[i] = cosine * atP - sine * rowQ[i];
      rowQ[i] = sine * atP + cosine * rowQ[i];
    }
  }
}
