package io.residua.detector.network;

import java.util.Arrays;

/**
 * In plain Java: the distances to all points grow side by side, which the compiler turns into
 * vector instructions where it can.
 */
final class ScalarDistances implements SquaredDistances {
  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void compute(
      float[] byCoordinate,
      int points,
      float[] record,
      boolean[] observed,
      int from,
      int width,
      float[] distances) {
    Arrays.fill(distances, 0, points, 0);
    for (int i = 0; i < width; i++) {
      if (observed[from + i]) {
        add(record[from + i], byCoordinate, i * points, points, distances);
      }
    }
  }

  private static void add(
      float value, float[] byCoordinate, int at, int points, float[] distances) {
    for (int k = 0; k < points; k++) {
      float difference = value - byCoordinate[at + k];
      distances[k] += difference * difference;
    }
  }
}
