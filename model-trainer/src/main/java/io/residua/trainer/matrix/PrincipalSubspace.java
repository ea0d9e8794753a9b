package io.residua.trainer.matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

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
    FeatureMatrix rows = matrix.first(MOST_ROWS);
    double[] mean = mean(rows);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(rows.width(), true, true);
    if (!eigen.decompose(covariance(rows, mean))) {
      throw new IllegalArgumentException("expected finite features of moderate size");
    }
    float[] rounded = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      rounded[i] = (float) mean[i];
    }
    return new PrincipalSubspace(rounded, largest(eigen, dimensions));
  }

  private static double[] mean(FeatureMatrix rows) {
    double[] mean = new double[rows.width()];
    for (int i = 0; i < rows.values().length; i++) {
      mean[i % rows.width()] += rows.values()[i];
    }
    Arrays.setAll(mean, i -> mean[i] / rows.rows());
    return mean;
  }

  private static DMatrixRMaj covariance(FeatureMatrix rows, double[] mean) {
    int width = rows.width();
    DMatrixRMaj centred = new DMatrixRMaj(rows.rows(), width);
    for (int i = 0; i < centred.data.length; i++) {
      centred.data[i] = rows.values()[i] - mean[i % width];
    }
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    CommonOps_DDRM.multInner(centred, covariance);
    CommonOps_DDRM.divide(covariance, rows.rows());
    return covariance;
  }

  private static float[][] largest(EigenDecomposition_F64<DMatrixRMaj> eigen, int dimensions) {
    double[] variances =
        IntStream.range(0, eigen.getNumberOfEigenvalues())
            .mapToDouble(i -> Math.max(0, eigen.getEigenvalue(i).getReal()))
            .toArray();
    int[] order =
        IntStream.range(0, variances.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -variances[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int count = dimensions == 0 ? explaining(variances, order) : Math.min(dimensions, order.length);
    float[][] components = new float[count][variances.length];
    for (int i = 0; i < count; i++) {
      DMatrixRMaj vector = eigen.getEigenVector(order[i]);
      for (int j = 0; j < variances.length; j++) {
        components[i][j] = (float) vector.get(j);
      }
    }
    return components;
  }

  private static int explaining(double[] variances, int[] order) {
    double total = Arrays.stream(variances).sum();
    double explained = variances[order[0]];
    int count = 1;
    while (count < order.length - 1 && explained < EXPLAINED * total) {
      explained += variances[order[count++]];
    }
    return count;
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
