package io.residua.trainer.latent;

/**
 * The plane that keeps most of the points' variance (Hotelling, "Analysis of a complex of
 * statistical variables into principal components", 1933): with {@code C = Xᵀ X / n} of the centred
 * points, the axes are the two eigenvectors of {@code C} with the largest eigenvalues.
 *
 * @param places the points on these axes; y is 0 where points have one number only
 * @param share of the variance along each axis, 0 to 1
 */
record PrincipalComponents(Places places, double[] share) {

  /**
   * @param points at least two that differ
   */
  static PrincipalComponents of(double[][] points) {
    double[][] centred = centred(points);
    double[][] covariance = covariance(centred);
    Eigenpairs axes = Eigenpairs.of(covariance);
    double total = 0;
    for (int i = 0; i < covariance.length; i++) {
      total += covariance[i][i];
    }
    double[] share = new double[2];
    double[][] places = new double[2][points.length];
    for (int axis = 0; axis < Math.min(2, covariance.length); axis++) {
      share[axis] = Math.max(0, axes.value(axis)) / total;
      places[axis] = along(axes.vector(axis), centred);
    }
    return new PrincipalComponents(new Places(places[0], places[1]), share);
  }

  private static double[][] centred(double[][] points) {
    int width = points[0].length;
    double[][] centred = new double[points.length][];
    double[] mean = new double[width];
    for (double[] point : points) {
      for (int i = 0; i < width; i++) {
        mean[i] += point[i] / points.length;
      }
    }
    for (int row = 0; row < points.length; row++) {
      centred[row] = points[row].clone();
      for (int i = 0; i < width; i++) {
        centred[row][i] -= mean[i];
      }
    }
    return centred;
  }

  private static double[][] covariance(double[][] centred) {
    int width = centred[0].length;
    double[][] covariance = new double[width][width];
    for (double[] point : centred) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] += point[i] * point[j] / centred.length;
        }
      }
    }
    return covariance;
  }

  private static double[] along(double[] axis, double[][] points) {
    double[] along = new double[points.length];
    for (int row = 0; row < points.length; row++) {
      for (int i = 0; i < axis.length; i++) {
        along[row] += points[row][i] * axis[i];
      }
    }
    return along;
  }
}
