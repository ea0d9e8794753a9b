package io.residua.trainer.latent;

/**
 * How well points lie in their groups (Rousseeuw, "Silhouettes: a graphical aid to the
 * interpretation and validation of cluster analysis", 1987): {@code s(i) = (b - a) / max(a, b)}
 * with {@code a} the mean distance to the others of its group and {@code b} the least mean distance
 * to another group's points; 0 for a point that is its whole group.
 */
final class Silhouette {
  private Silhouette() {}

  /**
   * The mean over all points, -1 to 1.
   *
   * @param distances between all points
   * @param groups of the points, numbers from 0
   * @param count of groups, at least 2; some may be empty
   */
  static double of(double[][] distances, int[] groups, int count) {
    int[] sizes = new int[count];
    for (int group : groups) {
      sizes[group]++;
    }
    double sum = 0;
    for (int i = 0; i < groups.length; i++) {
      if (sizes[groups[i]] > 1) {
        sum += of(distances[i], groups, groups[i], sizes);
      }
    }
    return sum / groups.length;
  }

  private static double of(double[] distances, int[] groups, int own, int[] sizes) {
    double[] sums = new double[sizes.length];
    for (int j = 0; j < groups.length; j++) {
      sums[groups[j]] += distances[j];
    }
    double within = sums[own] / (sizes[own] - 1);
    double between = Double.POSITIVE_INFINITY;
    for (int k = 0; k < sizes.length; k++) {
      if (k != own && sizes[k] > 0) {
        between = Math.min(between, sums[k] / sizes[k]);
      }
    }
    double larger = Math.max(within, between);
    return larger > 0 && larger < Double.POSITIVE_INFINITY ? (between - within) / larger : 0;
  }
}
