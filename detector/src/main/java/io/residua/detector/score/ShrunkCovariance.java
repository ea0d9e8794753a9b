package io.residua.detector.score;

/**
 * The covariance of standardised residuals about zero, shrunk towards a multiple of the identity:
 * {@code Σ = ρ μ I + (1 − ρ) S} with S the sample covariance, {@code μ = tr S / d} and the ρ that
 * has the least expected squared error (Ledoit and Wolf, "A well-conditioned estimator for
 * large-dimensional covariance matrices", Journal of Multivariate Analysis 2004, section 3.3).
 */
final class ShrunkCovariance {
  /** Rows that are looked at, evenly spread; more would not change the estimate noticeably. */
  static final int MOST_ROWS = 20_000;

  private final int width;
  private final double[][] covariance;
  private double fourthMoment;
  private int rows;

  private ShrunkCovariance(int width) {
    this.width = width;
    this.covariance = new double[width][width];
  }

  /** Σ of {@code residual / scale}, a symmetric matrix. */
  static double[][] of(Residuals residuals, float[] scales) {
    ShrunkCovariance estimate = new ShrunkCovariance(residuals.width());
    int rows = Math.min(MOST_ROWS, residuals.rows());
    double[] standardised = new double[scales.length];
    for (int i = 0; i < rows; i++) {
      int row = (int) ((long) i * residuals.rows() / rows);
      for (int feature = 0; feature < scales.length; feature++) {
        standardised[feature] = residuals.get(row, feature) / scales[feature];
      }
      estimate.add(standardised);
    }
    return estimate.shrunk();
  }

  private void add(double[] z) {
    double squaredLength = 0;
    for (int i = 0; i < width; i++) {
      squaredLength += z[i] * z[i];
      for (int j = 0; j <= i; j++) {
        covariance[i][j] += z[i] * z[j];
      }
    }
    fourthMoment += squaredLength * squaredLength;
    rows++;
  }

  private double[][] shrunk() {
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] /= rows;
        covariance[j][i] = covariance[i][j];
        squares += (i == j ? 1 : 2) * covariance[i][j] * covariance[i][j];
      }
      trace += covariance[i][i];
    }
    double mean = trace / width;
    double shrinkage = shrinkage(squares, squares - mean * mean * width);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        covariance[i][j] *= 1 - shrinkage;
      }
      covariance[i][i] += shrinkage * mean;
    }
    return covariance;
  }

  /**
   * ρ = min(b², d²) / d².
   *
   * @param squares ‖S‖²
   * @param distance d² = ‖S − μI‖²
   */
  private double shrinkage(double squares, double distance) {
    double error = Math.max(0, (fourthMoment / rows - squares) / rows);
    return distance <= error ? 1 : error / distance;
  }
}
