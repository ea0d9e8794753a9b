package io.residua.trainer.matrix;

import io.residua.trainer.train.NativeRuntime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The subspace of the principal components: of a given number, or those that explain 90 % of the
 * variance; at least one, and less than all.
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

  /** Fits to a matrix's first rows, with as many components as explain 90 % of the variance. */
  public static PrincipalSubspace of(FeatureMatrix matrix) {
    return of(matrix, 0);
  }

  /**
   * @param dimensions how many components, or all where there are fewer; 0 for as many as explain
   *     90 % of the variance
   */
  public static PrincipalSubspace of(FeatureMatrix matrix, int dimensions) {
    NativeRuntime.require();
    FeatureMatrix rows = matrix.first(MOST_ROWS);
    long[] shape = {rows.rows(), rows.width()};
    try (INDArray values = Nd4j.create(rows.values(), shape, 'c')) {
      INDArray mean = values.mean(0);
      INDArray centred = values.subRowVector(mean);
      INDArray vectors = centred.transpose().mmul(centred).div(rows.rows());
      double[] variances = Eigen.symmetricGeneralizedEigenvalues(vectors).toDoubleVector();
      return new PrincipalSubspace(mean.toFloatVector(), largest(variances, vectors, dimensions));
    }
  }

  /**
   * @param vectors one eigenvector a column
   */
  private static float[][] largest(double[] variances, INDArray vectors, int dimensions) {
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
    count = dimensions == 0 ? count : Math.min(dimensions, order.length);
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

  /** The rows' mean. */
  public float[] mean() {
    return mean.clone();
  }

  /** The component of the i-th largest variance, of length 1. */
  public float[] component(int i) {
    return components[i].clone();
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
