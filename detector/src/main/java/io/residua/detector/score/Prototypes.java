package io.residua.detector.score;

import io.residua.detector.network.SquaredDistances;

/**
 * Points among which the nearest one to a record is sought. Immutable and shared between threads.
 *
 * <p>Coordinates are stored one after the other, each of all points: so the distances to all points
 * grow side by side by vector instructions, which is quicker than leaving off a point as soon as it
 * is too far. Zeros fill the points up to whole vectors.
 */
final class Prototypes {
  private static final SquaredDistances DISTANCES = SquaredDistances.best();

  private final int count;
  private final int filled;
  private final int width;
  private final float[] byCoordinate;

  /**
   * @param width coordinates of a point, at least 1
   * @param points rows of {@code width} coordinates, row-major; at least one
   */
  Prototypes(int width, float[] points) {
    this.width = width;
    this.count = points.length / width;
    int lanes = DISTANCES.lanes();
    this.filled = (count + lanes - 1) / lanes * lanes;
    this.byCoordinate = new float[Math.multiplyExact(filled, width)];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < width; i++) {
        byCoordinate[i * filled + k] = points[k * width + i];
      }
    }
  }

  int count() {
    return count;
  }

  /**
   * A new array for the distances of {@link #nearest}; beyond {@link #count()} they mean nothing.
   */
  float[] newDistances() {
    return new float[filled];
  }

  float coordinate(int point, int i) {
    return byCoordinate[i * filled + point];
  }

  /**
   * Finds the nearest point, the first of equal ones.
   *
   * @param from where the record's coordinates begin in {@code record}, and its flags in {@code
   *     observed}
   * @param observed coordinates that count
   * @param distances of {@link #newDistances}; receives the squared distance to each point
   */
  int nearest(float[] record, boolean[] observed, int from, float[] distances) {
    DISTANCES.compute(byCoordinate, filled, record, observed, from, width, distances);
    return smallest(distances);
  }

  private int smallest(float[] distances) {
    int nearest = 0;
    for (int k = 1; k < count; k++) {
      nearest = distances[k] < distances[nearest] ? k : nearest;
    }
    return nearest;
  }
}
