package io.residua.trainer.latent;

/**
 * Keeps neighbours together (Belkin and Niyogi, "Laplacian eigenmaps for dimensionality reduction
 * and data representation", Neural Computation 15, 2003): the coordinates are the solutions {@code
 * f} of {@code L f = λ D f} with the smallest {@code λ} above 0, where {@code W} has a 1 for each
 * edge of the graph of nearest neighbours, {@code D} the degrees on its diagonal, and {@code L = D
 * - W}. With {@code f = D^(-1/2) u} this is the symmetric problem {@code D^(-1/2) W D^(-1/2) u = (1
 * - λ) u}.
 *
 * <p>Weights are 1 (the paper's "simple-minded" ones), not a heat kernel: an edge that joins two
 * parts of the graph is long, would weigh nothing, and the map would be a few points.
 *
 * @param places each coordinate with {@code fᵀ D f = 1}
 * @param values the two {@code λ}, 0 to 2
 */
record LaplacianEigenmaps(Places places, double[] values) {

  private static final int SHARE = 10;

  /**
   * A tenth of the points, so that a small cloud has neighbours outside: one that hangs on a single
   * edge would have an axis of its own, and all other points one place on it.
   */
  static int neighbours(int points) {
    return Math.max(Isomap.neighbours(points), points / SHARE);
  }

  /**
   * @param graph of at least three points
   */
  static LaplacianEigenmaps of(NeighbourGraph graph) {
    double[] roots = degreeRoots(graph);
    Eigenpairs pairs = Eigenpairs.of(normalised(graph, roots));
    // Pair 0 is λ = 0 with a constant f: the graph has one part, so there is no other such pair.
    return new LaplacianEigenmaps(
        new Places(divided(pairs.vector(1), roots), divided(pairs.vector(2), roots)),
        new double[] {1 - pairs.value(1), 1 - pairs.value(2)});
  }

  private static double[][] normalised(NeighbourGraph graph, double[] roots) {
    double[][] normalised = new double[roots.length][roots.length];
    for (int i = 0; i < roots.length; i++) {
      for (int j = 0; j < roots.length; j++) {
        normalised[i][j] = graph.joined(i, j) ? 1 / (roots[i] * roots[j]) : 0;
      }
    }
    return normalised;
  }

  private static double[] degreeRoots(NeighbourGraph graph) {
    double[] roots = new double[graph.lengths().length];
    for (int i = 0; i < roots.length; i++) {
      int degree = 0;
      for (int j = 0; j < roots.length; j++) {
        degree += graph.joined(i, j) ? 1 : 0;
      }
      roots[i] = Math.sqrt(degree);
    }
    return roots;
  }

  private static double[] divided(double[] vector, double[] by) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= by[i];
    }
    return vector;
  }
}
