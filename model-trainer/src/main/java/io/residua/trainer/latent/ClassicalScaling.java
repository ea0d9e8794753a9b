package io.residua.trainer.latent;

/**
 * Places whose distances come nearest to given ones (Torgerson, "Multidimensional scaling: I.
 * Theory and method", 1952): with {@code B = -½ J D² J}, where {@code D²} holds the squared
 * distances and {@code J = I - 1 1ᵀ / n} centres, the coordinates along axis {@code a} are the
 * eigenvector of {@code B}'s a-th largest eigenvalue times that value's root.
 */
final class ClassicalScaling {
  private ClassicalScaling() {}

  /**
   * @param distances symmetric, finite, of at least two points
   */
  static Places of(double[][] distances) {
    Eigenpairs axes = Eigenpairs.of(innerProducts(distances));
    return new Places(along(axes, 0), along(axes, 1));
  }

  /** An axis without extent, as points on a line have it, gives zeros. */
  private static double[] along(Eigenpairs axes, int axis) {
    double length = Math.sqrt(Math.max(0, axes.value(axis)));
    double[] along = axes.vector(axis);
    for (int i = 0; i < along.length; i++) {
      along[i] *= length;
    }
    return along;
  }

  private static double[][] innerProducts(double[][] distances) {
    int count = distances.length;
    double[] means = new double[count];
    double mean = 0;
    for (int i = 0; i < count; i++) {
      for (double distance : distances[i]) {
        means[i] += distance * distance / count;
      }
      mean += means[i] / count;
    }
    double[][] products = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double squared = distances[i][j] * distances[i][j];
        products[i][j] = -0.5 * (squared - means[i] - means[j] + mean);
      }
    }
    return products;
  }
}
