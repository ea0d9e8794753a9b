package io.residua.trainer.latent;

/**
 * As many groups as the silhouette likes best, {@value #FEWEST} to {@value #MOST}; the fewer of
 * equals.
 *
 * @param means the groups
 * @param silhouette of them, -1 to 1
 */
record GroupChoice(KMeans means, double silhouette) {
  static final int FEWEST = 2;
  static final int MOST = 8;

  /**
   * @param points with at least {@code different} different ones
   * @param distances between them
   * @param different at least 3
   */
  static GroupChoice of(double[][] points, double[][] distances, int different, long seed) {
    GroupChoice best = null;
    for (int count = FEWEST; count <= Math.min(MOST, different - 1); count++) {
      KMeans means = KMeans.of(points, count, seed);
      double silhouette = Silhouette.of(distances, means.groups(), count);
      if (best == null || silhouette > best.silhouette) {
        best = new GroupChoice(means, silhouette);
      }
    }
    return best;
  }

  int count() {
    return means.centroids().length;
  }
}
