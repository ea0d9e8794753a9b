package io.residua.trainer.train;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/** How many principal components say most of a matrix. */
final class PrincipalComponents {
  private static final double EXPLAINED = 0.9;

  /** Rows looked at: variances of more would not differ. */
  private static final int MOST_ROWS = 20_000;

  private PrincipalComponents() {}

  /** The fewest components that explain 90 % of the variance; at least 1, less than the width. */
  static int wanted(FeatureMatrix matrix) {
    double[] variances = variances(matrix.first(MOST_ROWS));
    double total = 0;
    for (double variance : variances) {
      total += Math.max(0, variance);
    }
    double explained = 0;
    int components = 0;
    while (components < variances.length - 1 && explained < EXPLAINED * total) {
      explained += variances[components++];
    }
    return Math.max(1, components);
  }

  /** Variances along the principal components, largest first. */
  private static double[] variances(FeatureMatrix matrix) {
    NativeRuntime.require();
    long[] shape = {matrix.rows(), matrix.width()};
    try (INDArray rows = Nd4j.create(matrix.values(), shape, 'c')) {
      INDArray centred = rows.subRowVector(rows.mean(0));
      INDArray covariance = centred.transpose().mmul(centred).div(matrix.rows());
      double[] values = Eigen.symmetricGeneralizedEigenvalues(covariance).toDoubleVector();
      Arrays.sort(values);
      for (int i = 0; i < values.length / 2; i++) {
        double swapped = values[i];
        values[i] = values[values.length - 1 - i];
        values[values.length - 1 - i] = swapped;
      }
      return values;
    }
  }
}
