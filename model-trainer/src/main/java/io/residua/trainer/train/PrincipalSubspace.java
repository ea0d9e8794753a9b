package io.residua.trainer.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The subspace of the principal components that explain 90 % of the variance; at least one, and
 * less than all.
 */
public final class PrincipalSubspace {
  private static final double EXPLAINED = 0.9;

  /** Rows looked at: components of more would hardly differ. */
  private static final int MOST_ROWS = 20_000;

  private final float[] mean;
  private final float[][] components;

  private PrincipalSubspace(float[] mean, float[][] components) {
    this.mean = mean;
    this.components = components;
  }

  /** Fits to a matrix's first rows. */
  public static PrincipalSubspace of(FeatureMatrix matrix) {
    NativeRuntime.require();
    FeatureMatrix rows = matrix.first(MOST_ROWS);
    long[] shape = {rows.rows(), rows.width()};
    try (INDArray values = Nd4j.create(rows.values(), shape, 'c')) {
      INDArray mean = values.mean(0);
      INDArray centred = values.subRowVector(mean);
      INDArray vectors = centred.transpose().mmul(centred).div(rows.rows());
      double[] variances = Eigen.symmetricGeneralizedEigenvalues(vectors).toDoubleVector();
      return new PrincipalSubspace(mean.toFloatVector(), largest(variances, vectors));
    }
  }

  /**
   * @param vectors one eigenvector a column
   */
  private static float[][] largest(double[] variances, INDArray vectors) {
    int[] order =
        IntStream.range(0, variances.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -variances[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = Arrays.stream(variances).map(variance -> Math.max(0, variance)).sum();
    double explained = variances[order[0]];
    int count = 1;
    while (count < order.length - 1 && explained < EXPLAINED * total) {
      explained += variances[order[count++]];
    }
    float[][] components = new float[count][];
    for (int i = 0; i < count; i++) {
      components[i] = vectors.getColumn(order[i]).dup().toFloatVector();
    }
    return components;
  }

  /** How many components span it. */
  public int dimensions() {
    return components.length;
  }

  /** A row's squared distance from the subspace. */
  public double squaredDistance(float[] row) {
    double left = 0;
    for (int i = 0; i < row.length; i++) {
      left += ((double) row[i] - mean[i]) * ((double) row[i] - mean[i]);
    }
    for (float[] component : components) {
      double along = 0;
      for (int i = 0; i < row.length; i++) {
        along += ((double) row[i] - mean[i]) * component[i];
      }
      left -= along * along;
    }
    return Math.max(0, left);
  }
}
