package io.residua.trainer.family;

import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;

/**
 * How often rows of each group are of each cluster, of rows of the groups in turn.
 *
 * @param counts groups × clusters
 * @param own the latent numbers beside the shares, row-major
 */
record ClusterTables(int[][] counts, float[] own) {
  static ClusterTables of(Network network, FeatureMatrix rows, int groups) {
    float[] latent = PriorSamples.of(network, rows);
    int clusters = network.clusters();
    int width = network.latentWidth() - clusters;
    int[][] counts = new int[groups][clusters];
    float[] own = new float[rows.rows() * width];
    for (int row = 0; row < rows.rows(); row++) {
      int from = row * (clusters + width);
      counts[row % groups][largest(latent, from, clusters)]++;
      System.arraycopy(latent, from + clusters, own, row * width, width);
    }
    return new ClusterTables(counts, own);
  }

  private static int largest(float[] values, int from, int length) {
    int largest = 0;
    for (int i = 1; i < length; i++) {
      largest = values[from + i] > values[from + largest] ? i : largest;
    }
    return largest;
  }

  int rows() {
    int rows = 0;
    for (int[] group : counts) {
      for (int count : group) {
        rows += count;
      }
    }
    return rows;
  }

  /** The share of rows whose cluster has their group's number. */
  double accuracy() {
    double right = 0;
    for (int group = 0; group < counts.length; group++) {
      right += counts[group][group];
    }
    return right / rows();
  }

  /** The same with the names of the clusters that do best. */
  double bestAccuracy() {
    return (double) best(0, 0) / rows();
  }

  private int best(int group, int taken) {
    if (group == counts.length) {
      return 0;
    }
    int best = 0;
    for (int cluster = 0; cluster < counts[group].length; cluster++) {
      if ((taken & 1 << cluster) == 0) {
        best = Math.max(best, counts[group][cluster] + best(group + 1, taken | 1 << cluster));
      }
    }
    return best;
  }

  /** {@code Σ (n_k − n p_k)² / (n p_k)} of the clusters' rows. */
  double chiSquare(float[] prior) {
    double sum = 0;
    for (int cluster = 0; cluster < prior.length; cluster++) {
      double found = 0;
      for (int[] group : counts) {
        found += group[cluster];
      }
      double expected = prior[cluster] * (double) rows();
      sum += (found - expected) * (found - expected) / expected;
    }
    return sum;
  }
}
