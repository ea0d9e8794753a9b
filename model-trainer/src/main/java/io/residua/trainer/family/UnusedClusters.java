package io.residua.trainer.family;

import java.util.List;

/** Clusters that no row is of, though the prior promises some. */
final class UnusedClusters {
  /** Expected rows from which on none is no accident: it has a chance of less than 1 %. */
  private static final double EXPECTED = 5;

  private UnusedClusters() {}

  /**
   * @param shares rows of as many shares as there are clusters; a row is of the cluster in which it
   *     has most
   * @param prior how frequent each cluster is to be
   * @return one sentence, or none
   */
  static List<String> of(float[] shares, float[] prior) {
    int[] rows = new int[prior.length];
    for (int from = 0; from < shares.length; from += prior.length) {
      rows[largest(shares, from, prior.length)]++;
    }
    int all = shares.length / prior.length;
    int used = 0;
    int unused = 0;
    for (int cluster = 0; cluster < rows.length; cluster++) {
      used += rows[cluster] > 0 ? 1 : 0;
      unused += rows[cluster] == 0 && all * prior[cluster] >= EXPECTED ? 1 : 0;
    }
    if (unused == 0) {
      return List.of();
    }
    return List.of(
        used == 1
            ? "all %,d held-out rows are of one of the %d clusters; a smaller model.latent leaves them more to tell"
                .formatted(all, prior.length)
            : "%d of the %d clusters have none of %,d held-out rows; fewer model.clusters would do"
                .formatted(unused, prior.length, all));
  }

  private static int largest(float[] values, int from, int length) {
    int largest = 0;
    for (int i = 1; i < length; i++) {
      largest = values[from + i] > values[from + largest] ? i : largest;
    }
    return largest;
  }
}
