package io.residua.trainer.latent;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Groups whose points lie near their mean: the best of {@value #STARTS} runs of Lloyd's algorithm
 * from well-spread points (Arthur and Vassilvitskii, "k-means++: the advantages of careful
 * seeding", 2007: each next one is chosen with a chance in proportion to its squared distance from
 * those before). The prototypes of scores are found from any rows in few steps; groups that people
 * will read must not depend on a lucky start.
 *
 * @param groups the group of each point, numbers from 0
 * @param centroids the mean of each group
 * @param spread the sum of squared distances to the centroids
 */
record KMeans(int[] groups, double[][] centroids, double spread) {
  private static final int STARTS = 10;
  private static final int MOST_STEPS = 100;

  /**
   * @param points with at least {@code count} different ones
   * @param count of groups, at least 1
   */
  static KMeans of(double[][] points, int count, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    KMeans best = run(points, start(points, count, random));
    for (int i = 1; i < STARTS; i++) {
      KMeans other = run(points, start(points, count, random));
      best = other.spread < best.spread ? other : best;
    }
    return best;
  }

  private static double[][] start(double[][] points, int count, RandomGenerator random) {
    double[][] chosen = new double[count][];
    double[] costs = new double[points.length];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    chosen[0] = points[random.nextInt(points.length)].clone();
    for (int k = 1; k < count; k++) {
      for (int i = 0; i < points.length; i++) {
        costs[i] = Math.min(costs[i], Distances.squared(points[i], chosen[k - 1]));
      }
      chosen[k] = points[drawn(costs, random)].clone();
    }
    return chosen;
  }

  /** An index with a chance in proportion to its cost. */
  private static int drawn(double[] costs, RandomGenerator random) {
    double left = random.nextDouble() * Arrays.stream(costs).sum();
    int last = 0;
    for (int i = 0; i < costs.length; i++) {
      if (costs[i] > 0) {
        last = i;
        left -= costs[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private static KMeans run(double[][] points, double[][] centroids) {
    int[] groups = new int[points.length];
    Arrays.fill(groups, -1);
    for (int step = 0; step < MOST_STEPS && assign(points, centroids, groups); step++) {
      move(points, groups, centroids);
    }
    double spread = 0;
    for (int i = 0; i < points.length; i++) {
      spread += Distances.squared(points[i], centroids[groups[i]]);
    }
    return new KMeans(groups, centroids, spread);
  }

  /** Returns whether any point went to another group. */
  private static boolean assign(double[][] points, double[][] centroids, int[] groups) {
    boolean changed = false;
    for (int i = 0; i < points.length; i++) {
      int nearest = nearest(points[i], centroids);
      changed |= nearest != groups[i];
      groups[i] = nearest;
    }
    return changed;
  }

  /** A centroid without points stays where it is. */
  private static void move(double[][] points, int[] groups, double[][] centroids) {
    double[][] sums = new double[centroids.length][points[0].length];
    int[] counts = new int[centroids.length];
    for (int i = 0; i < points.length; i++) {
      counts[groups[i]]++;
      for (int d = 0; d < points[i].length; d++) {
        sums[groups[i]][d] += points[i][d];
      }
    }
    for (int k = 0; k < centroids.length; k++) {
      for (int d = 0; d < sums[k].length && counts[k] > 0; d++) {
        centroids[k][d] = sums[k][d] / counts[k];
      }
    }
  }

  /** The centroid nearest to a point, the first of equals. */
  static int nearest(double[] point, double[][] centroids) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < centroids.length; k++) {
      double distance = Distances.squared(point, centroids[k]);
      if (distance < least) {
        least = distance;
        nearest = k;
      }
    }
    return nearest;
  }
}
