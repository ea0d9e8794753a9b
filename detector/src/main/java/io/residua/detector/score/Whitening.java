package io.residua.detector.score;

/**
 * Matrices that make residuals of normal records about equally large in all directions: {@code W =
 * V diag(λ + 0.05 λ̄)^(−1/2) Vᵀ D⁻¹}, with D the features' scales and Σ the shrunk covariance of
 * {@code D⁻¹ r} = V diag(λ) Vᵀ.
 *
 * <p>The addition keeps directions in which normal records leave nothing over, which a linear
 * autoencoder always has, from outweighing all others.
 */
final class Whitening {
  /** What is added to each eigenvalue, as a share of their mean. */
  private static final double RIDGE = 0.05;

  private Whitening() {}

  /**
   * Fits W, row-major.
   *
   * @param scales one above 0 a feature
   */
  static float[] of(Residuals residuals, float[] scales) {
    SymmetricEigen eigen = SymmetricEigen.of(ShrunkCovariance.of(residuals, scales));
    double[] factors = inverseRoots(eigen, scales.length);
    float[] whitening = new float[scales.length * scales.length];
    for (int i = 0; i < scales.length; i++) {
      for (int j = 0; j < scales.length; j++) {
        double sum = 0;
        for (int k = 0; k < scales.length; k++) {
          sum += eigen.vector(k)[i] * factors[k] * eigen.vector(k)[j];
        }
        whitening[i * scales.length + j] = (float) (sum / scales[j]);
      }
    }
    return whitening;
  }

  private static double[] inverseRoots(SymmetricEigen eigen, int width) {
    double mean = 0;
    for (int i = 0; i < width; i++) {
      mean += eigen.value(i) / width;
    }
    double[] factors = new double[width];
    for (int i = 0; i < width; i++) {
      double value = Math.max(0, eigen.value(i)) + RIDGE * mean;
      factors[i] = mean > 0 ? 1 / Math.sqrt(value) : 1;
    }
    return factors;
  }

  /** W column by column: what {@link #apply} wants. */
  static float[] transposed(int width, float[] whitening) {
    float[] columns = new float[whitening.length];
    for (int row = 0; row < width; row++) {
      for (int i = 0; i < width; i++) {
        columns[i * width + row] = whitening[row * width + i];
      }
    }
    return columns;
  }

  /** How much of a whitened record a unit of each feature makes. */
  static float[] columnLengths(int width, float[] columns) {
    float[] lengths = new float[width];
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int row = 0; row < width; row++) {
        sum += (double) columns[i * width + row] * columns[i * width + row];
      }
      lengths[i] = (float) Math.sqrt(sum);
    }
    return lengths;
  }

  /** W times each row. */
  static float[] apply(int width, float[] columns, float[] rows) {
    float[] whitened = new float[rows.length];
    for (int from = 0; from < rows.length; from += width) {
      apply(width, columns, rows, from, whitened, from);
    }
    return whitened;
  }

  /** W times one row. Column by column, which the compiler turns into vector instructions. */
  static void apply(int width, float[] columns, float[] rows, int from, float[] into, int to) {
    for (int row = 0; row < width; row++) {
      into[to + row] = 0;
    }
    for (int i = 0; i < width; i++) {
      float value = rows[from + i];
      int column = i * width;
      for (int row = 0; row < width; row++) {
        into[to + row] += columns[column + row] * value;
      }
    }
  }
}
