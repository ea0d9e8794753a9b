package io.residua.trainer.latent;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by EJML's reduction to tridiagonal form and
 * implicit QR steps (Golub and Van Loan, "Matrix Computations", algorithm 8.3.3).
 */
final class Eigenpairs {
  private final EigenDecomposition_F64<DMatrixRMaj> decomposition;
  private final int[] descending;

  private Eigenpairs(EigenDecomposition_F64<DMatrixRMaj> decomposition) {
    this.decomposition = decomposition;
    this.descending =
        IntStream.range(0, decomposition.getNumberOfEigenvalues())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -decomposition.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * @param symmetric finite; only read
   * @throws IllegalArgumentException when a value is not finite
   */
  static Eigenpairs of(double[][] symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(symmetric.length, true, true);
    if (!decomposition.decompose(new DMatrixRMaj(symmetric))) {
      throw new IllegalArgumentException(
          "expected a symmetric matrix of finite values, EJML cannot decompose this one of width "
              + symmetric.length);
    }
    return new Eigenpairs(decomposition);
  }

  /** The largest eigenvalue has index 0. */
  double value(int index) {
    return decomposition.getEigenvalue(descending[index]).getReal();
  }

  /** Of length 1; its largest entry is positive, so that a picture is not mirrored by chance. */
  double[] vector(int index) {
    double[] vector = decomposition.getEigenVector(descending[index]).data.clone();
    double largest = 0;
    for (double entry : vector) {
      largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= Math.signum(largest);
    }
    return vector;
  }
}
