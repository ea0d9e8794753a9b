package io.residua.trainer.latent;

/**
 * Unrolls a curved surface (Tenenbaum, de Silva and Langford, "A global geometric framework for
 * nonlinear dimensionality reduction", Science 290, 2000): distances along the surface are the
 * lengths of shortest paths in the graph of nearest neighbours, and {@link ClassicalScaling} finds
 * the places that keep them best. A graph in parts is joined, see {@link NeighbourGraph}.
 *
 * @param places of the points
 * @param kept how much of the path lengths' variance the map's distances explain, 0 to 1: 1 less
 *     the paper's residual variance {@code 1 - R²}
 */
record Isomap(Places places, double kept) {

  private static final int MOST_NEIGHBOURS = 10;

  /** Few points have fewer, or the graph of ten points would join all and tell nothing. */
  static int neighbours(int points) {
    return Math.max(1, Math.min(MOST_NEIGHBOURS, points / 4));
  }

  static Isomap of(NeighbourGraph graph) {
    double[][] paths = graph.shortestPaths();
    Places places = ClassicalScaling.of(paths);
    return new Isomap(places, squaredCorrelation(paths, places));
  }

  private static double squaredCorrelation(double[][] paths, Places places) {
    Correlation correlation = new Correlation();
    for (int i = 0; i < paths.length; i++) {
      for (int j = 0; j < i; j++) {
        double across = places.x()[i] - places.x()[j];
        double up = places.y()[i] - places.y()[j];
        correlation.add(paths[i][j], Math.hypot(across, up));
      }
    }
    return correlation.squared();
  }
}
