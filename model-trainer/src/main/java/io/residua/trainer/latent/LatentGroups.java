package io.residua.trainer.latent;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The groups of a sample of rows.
 *
 * @param numbers the group of each row, from 0, the largest first
 * @param groups in words; empty where there are too few different rows to group
 * @param note how they came about, or why there are none
 */
record LatentGroups(int[] numbers, List<LatentGroup> groups, String note) {
  /** Below, groups are no more than pieces of a cloud (Kaufman and Rousseeuw 1990). */
  private static final double CLEAR = 0.25;

  /**
   * @param clusters names of those that the vectors' first numbers are shares in, which then are
   *     the groups; empty where k-means finds them
   */
  static LatentGroups of(double[][] vectors, List<String> clusters, RowsInWords rows, long seed) {
    int different = DifferentVectors.of(vectors).count();
    if (different < PlaneMaps.FEWEST) {
      return new LatentGroups(
          new int[vectors.length],
          List.of(),
          "%s different latent vectors of normal records are too few to group: %d are needed."
              .formatted(different, PlaneMaps.FEWEST));
    }
    if (!clusters.isEmpty()) {
      Clusters own = Clusters.of(vectors, clusters);
      return of(vectors, own.groups(), own.centroids(), own.names(), own.note(clusters), rows);
    }
    GroupChoice choice = GroupChoice.of(vectors, Distances.of(vectors), different, seed);
    List<String> names = Collections.nCopies(choice.count(), "");
    KMeans means = choice.means();
    return of(vectors, means.groups(), means.centroids(), names, note(choice), rows);
  }

  private static LatentGroups of(
      double[][] vectors,
      int[] groups,
      double[][] centroids,
      List<String> names,
      String note,
      RowsInWords rows) {
    int[] order = largestFirst(groups, names.size());
    int[] numbers = Arrays.stream(groups).map(group -> order[group]).toArray();
    LatentGroup[] described = new LatentGroup[order.length];
    GroupsInWords words = new GroupsInWords(rows);
    for (int k = 0; k < order.length; k++) {
      described[order[k]] = described(vectors, groups, centroids, k, words).named(names.get(k));
    }
    return new LatentGroups(numbers, List.of(described), note);
  }

  /** The new number of each group. */
  private static int[] largestFirst(int[] groups, int count) {
    int[] sizes = new int[count];
    Arrays.stream(groups).forEach(group -> sizes[group]++);
    int[] order = new int[sizes.length];
    int[] sorted =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingInt(group -> -sizes[group]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int number = 0; number < sorted.length; number++) {
      order[sorted[number]] = number;
    }
    return order;
  }

  private static LatentGroup described(
      double[][] vectors, int[] groups, double[][] centroids, int group, GroupsInWords words) {
    boolean[] inGroup = new boolean[vectors.length];
    int typical = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < vectors.length; row++) {
      inGroup[row] = groups[row] == group;
      double distance = Distances.squared(vectors[row], centroids[group]);
      if (inGroup[row] && distance < least) {
        least = distance;
        typical = row;
      }
    }
    return words.describe(inGroup, typical);
  }

  private static String note(GroupChoice choice) {
    String found =
        "k-means with %d to %d groups: %d have the largest mean silhouette, %s. "
            .formatted(
                GroupChoice.FEWEST,
                GroupChoice.MOST,
                choice.count(),
                Words.hundredths(choice.silhouette()));
    return found
        + (choice.silhouette() < CLEAR
                ? "Below %s there are no clear groups: these are pieces of one cloud."
                : "Below %s there would be no clear groups; 1 is the most.")
            .formatted(Words.hundredths(CLEAR));
  }
}
