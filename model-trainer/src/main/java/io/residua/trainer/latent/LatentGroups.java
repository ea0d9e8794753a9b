package io.residua.trainer.latent;

import java.util.Arrays;
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

  static LatentGroups of(double[][] vectors, RowsInWords rows, long seed) {
    int different = DifferentVectors.of(vectors).count();
    if (different < PlaneMaps.FEWEST) {
      return new LatentGroups(
          new int[vectors.length],
          List.of(),
          "%s different latent vectors of normal records are too few to group: %d are needed."
              .formatted(different, PlaneMaps.FEWEST));
    }
    GroupChoice choice = GroupChoice.of(vectors, Distances.of(vectors), different, seed);
    int[] order = largestFirst(choice);
    int[] numbers = new int[vectors.length];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = order[choice.means().groups()[row]];
    }
    return new LatentGroups(numbers, described(vectors, choice, order, rows), note(choice));
  }

  /** The new number of each group. */
  private static int[] largestFirst(GroupChoice choice) {
    int[] sizes = new int[choice.count()];
    Arrays.stream(choice.means().groups()).forEach(group -> sizes[group]++);
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

  private static List<LatentGroup> described(
      double[][] vectors, GroupChoice choice, int[] order, RowsInWords rows) {
    GroupsInWords words = new GroupsInWords(rows);
    LatentGroup[] described = new LatentGroup[order.length];
    for (int k = 0; k < order.length; k++) {
      boolean[] inGroup = new boolean[vectors.length];
      int typical = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int row = 0; row < vectors.length; row++) {
        inGroup[row] = choice.means().groups()[row] == k;
        double distance = Distances.squared(vectors[row], choice.means().centroids()[k]);
        if (inGroup[row] && distance < least) {
          least = distance;
          typical = row;
        }
      }
      described[order[k]] = words.describe(inGroup, typical);
    }
    return List.of(described);
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
