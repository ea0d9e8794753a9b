package io.residua.detector.score;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Lloyd's algorithm: from rows chosen at random, 15 times each row goes to its nearest centroid and
 * each centroid to the mean of its rows (Lloyd, "Least squares quantization in PCM", 1982). For
 * covering what is normal the start hardly matters, and neither do the last iterations.
 *
 * <p>Entries that were not observed take no part: neither in a row's distances, nor in a centroid's
 * mean. A centroid without rows stays where it is. Time is {@code 15 × rows × centroids × width}.
 */
final class KMeans {
  private static final int ITERATIONS = 15;

  private final int width;
  private final int count;
  private final float[] rows;
  private final boolean[] observed;
  private final float[] centroids;

  private KMeans(int width, int count, float[] rows, boolean[] observed) {
    this.width = width;
    this.count = count;
    this.rows = rows;
    this.observed = observed;
    this.centroids = new float[count * width];
  }

  /**
   * Which group each row belongs to in the end: numbers from 0 without gaps, at most {@code count}
   * of them, and each row its own where there are no more rows than that.
   *
   * @param width values a row
   * @param rows row-major; only read
   * @param observed which of the values count; only read
   * @param seed of the rows to begin with
   */
  static int[] groups(int width, int count, float[] rows, boolean[] observed, long seed) {
    int number = rows.length / width;
    int[] groups = new int[number];
    if (number <= count) {
      Arrays.setAll(groups, row -> row);
      return groups;
    }
    KMeans means = new KMeans(width, count, rows, observed);
    means.begin(new SplittableRandom(seed));
    for (int i = 0; i < ITERATIONS; i++) {
      means.assign(groups);
      means.centroids(groups);
    }
    return withoutGaps(groups, count);
  }

  private static int[] withoutGaps(int[] groups, int count) {
    int[] numbers = new int[count];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int row = 0; row < groups.length; row++) {
      int group = groups[row];
      numbers[group] = numbers[group] < 0 ? next++ : numbers[group];
      groups[row] = numbers[group];
    }
    return groups;
  }

  /** Different rows, each with the same chance; what they lack is what it is on average. */
  private void begin(SplittableRandom random) {
    float[] mean = means(width, 1, rows, observed, new int[rows.length / width], new float[width]);
    int[] order = new int[rows.length / width];
    Arrays.setAll(order, row -> row);
    for (int k = 0; k < count; k++) {
      int other = k + random.nextInt(order.length - k);
      int chosen = order[other];
      order[other] = order[k];
      order[k] = chosen;
      for (int i = 0; i < width; i++) {
        int at = chosen * width + i;
        centroids[k * width + i] = observed[at] ? rows[at] : mean[i];
      }
    }
  }

  private void assign(int[] groups) {
    Prototypes nearest = new Prototypes(width, centroids);
    float[] distances = nearest.newDistances();
    for (int row = 0; row < groups.length; row++) {
      groups[row] = nearest.nearest(rows, observed, row * width, distances);
    }
  }

  private void centroids(int[] groups) {
    float[] means = means(width, count, rows, observed, groups, centroids);
    System.arraycopy(means, 0, centroids, 0, means.length);
  }

  /**
   * The mean of each group's observed values.
   *
   * @param otherwise what a group without any observed value of a feature gets
   */
  static float[] means(
      int width, int count, float[] rows, boolean[] observed, int[] groups, float[] otherwise) {
    double[] sums = new double[count * width];
    int[] counts = new int[count * width];
    for (int row = 0; row < groups.length; row++) {
      for (int i = 0; i < width; i++) {
        if (observed[row * width + i]) {
          sums[groups[row] * width + i] += rows[row * width + i];
          counts[groups[row] * width + i]++;
        }
      }
    }
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = counts[i] > 0 ? (float) (sums[i] / counts[i]) : otherwise[i];
    }
    return means;
  }
}
