package io.residua.trainer.latent;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The clusters into which a network itself sorts rows: each row is of the one in which it has the
 * largest share.
 *
 * @param groups of each row, numbers from 0 for those clusters that have rows
 * @param names the cluster of each group: its place in the latent vector, from 1
 * @param centroids the mean of each group
 */
record Clusters(int[] groups, int[] names, double[][] centroids) {
  /**
   * @param vectors whose first numbers are shares
   * @param count how many clusters
   */
  static Clusters of(double[][] vectors, int count) {
    int[] clusters = Arrays.stream(vectors).mapToInt(vector -> largest(vector, count)).toArray();
    int[] used = Arrays.stream(clusters).distinct().sorted().toArray();
    int[] groups =
        IntStream.of(clusters).map(cluster -> Arrays.binarySearch(used, cluster)).toArray();
    return new Clusters(
        groups, IntStream.of(used).map(i -> i + 1).toArray(), means(vectors, groups, used.length));
  }

  private static int largest(double[] vector, int count) {
    int largest = 0;
    for (int i = 1; i < count; i++) {
      largest = vector[i] > vector[largest] ? i : largest;
    }
    return largest;
  }

  private static double[][] means(double[][] vectors, int[] groups, int count) {
    double[][] means = new double[count][vectors.length == 0 ? 0 : vectors[0].length];
    int[] sizes = new int[count];
    IntStream.of(groups).forEach(group -> sizes[group]++);
    for (int row = 0; row < groups.length; row++) {
      for (int i = 0; i < means[groups[row]].length; i++) {
        means[groups[row]][i] += vectors[row][i] / sizes[groups[row]];
      }
    }
    return means;
  }

  String note(int count) {
    String silent =
        names.length == count
            ? "each has records of the sample."
            : "%d of them have records of the sample.".formatted(names.length);
    return ("The network's own clusters, %d: a record is of the one in which it has the largest share,"
            + " by number in the latent vector; %s")
        .formatted(count, silent);
  }
}
