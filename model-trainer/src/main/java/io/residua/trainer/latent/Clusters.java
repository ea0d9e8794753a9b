package io.residua.trainer.latent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clusters into which a network itself sorts rows: each row is of the one in which it has the
 * largest share.
 *
 * @param groups of each row, numbers from 0 for those clusters that have rows
 * @param names of each group
 * @param centroids the mean of each group
 */
record Clusters(int[] groups, List<String> names, double[][] centroids) {
  /**
   * @param vectors whose first numbers are shares
   * @param clusters the names of all, of which some may have no rows
   */
  static Clusters of(double[][] vectors, List<String> clusters) {
    int count = clusters.size();
    int[] largest = Arrays.stream(vectors).mapToInt(vector -> largest(vector, count)).toArray();
    int[] used = Arrays.stream(largest).distinct().sorted().toArray();
    int[] groups =
        IntStream.of(largest).map(cluster -> Arrays.binarySearch(used, cluster)).toArray();
    return new Clusters(
        groups,
        IntStream.of(used).mapToObj(clusters::get).toList(),
        means(vectors, groups, used.length));
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

  String note(List<String> clusters) {
    String used =
        names.size() == clusters.size()
            ? "each has records of the sample."
            : "%d of them have records of the sample.".formatted(names.size());
    return "The network's own clusters, %d: a record is of the one in which it has the largest share; %s"
        .formatted(clusters.size(), used);
  }
}
