package io.residua.trainer.family;

import java.util.SplittableRandom;

/**
 * Whether two samples come from one distribution: the energy distance (Székely and Rizzo, "Energy
 * statistics", 2013) against that of random divisions of both.
 */
final class TwoSampleTest {
  private static final int DIVISIONS = 299;

  private TwoSampleTest() {}

  /**
   * The share of divisions that differ as much: small where the distributions differ.
   *
   * @param left rows of {@code width} values
   * @param right as many rows
   */
  static double pValue(float[] left, float[] right, int width, long seed) {
    int rows = left.length / width;
    double[][] distances = distances(left, right, width);
    int[] order = new int[2 * rows];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    double observed = energy(distances, order);
    SplittableRandom random = new SplittableRandom(seed);
    int asFar = 1;
    for (int division = 0; division < DIVISIONS; division++) {
      shuffle(order, random);
      asFar += energy(distances, order) >= observed ? 1 : 0;
    }
    return asFar / (DIVISIONS + 1.0);
  }

  private static double[][] distances(float[] left, float[] right, int width) {
    float[] all = new float[left.length + right.length];
    System.arraycopy(left, 0, all, 0, left.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    int rows = all.length / width;
    double[][] distances = new double[rows][rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        double square = 0;
        for (int k = 0; k < width; k++) {
          double difference = all[i * width + k] - all[j * width + k];
          square += difference * difference;
        }
        distances[i][j] = Math.sqrt(square);
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  /** Twice the sum of distances across, less those within: of equally many rows. */
  private static double energy(double[][] distances, int[] order) {
    int half = order.length / 2;
    double energy = 0;
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean across = i >= half && j < half;
        energy += (across ? 1 : -1) * distances[order[i]][order[j]];
      }
    }
    return energy;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
