package io.residua.detector.score;

/**
 * Points among which the nearest one to a record is sought. Immutable and shared between threads.
 *
 * <p>Coordinates are stored one after the other, each of all points: so the distances to all points
 * grow side by side, which the compiler turns into vector instructions, and which is quicker than
 * leaving off a point as soon as it is too far.
 */
final class Prototypes {
  private final int count;
  private final int width;
  private final float[] byCoordinate;

  /**
   * @param width coordinates of a point, at least 1
   * @param points rows of {@code width} coordinates, row-major; at least one
   */
  Prototypes(int width, float[] points) {
    this.width = width;
    this.count = points.length / width;
    this.byCoordinate = new float[points.length];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < width; i++) {
        byCoordinate[i * count + k] = points[k * width + i];
      }
    }
  }

  int count() {
    return count;
  }

  float coordinate(int point, int i) {
    return byCoordinate[i * count + point];
  }

  /**
   * Finds the nearest point, the first of equal ones.
   *
   * @param from where the record's coordinates begin in {@code record}, and its flags in {@code
   *     observed}
   * @param observed coordinates that count
   * @param distances receives the squared distance to each point
   */
  int nearest(float[] record, boolean[] observed, int from, float[] distances) {
    for (int k = 0; k < count; k++) {
      distances[k] = 0;
    }
    for (int i = 0; i < width; i++) {
      if (observed[from + i]) {
        add(record[from + i], i * count, distances);
      }
    }
    return smallest(distances);
  }

  private void add(float value, int from, float[] distances) {
    for (int k = 0; k < count; k++) {
      float difference = value - byCoordinate[from + k];
      distances[k] += difference * difference;
    }
  }

  private int smallest(float[] distances) {
    int nearest = 0;
    for (int k = 1; k < count; k++) {
      nearest = distances[k] < distances[nearest] ? k : nearest;
    }
    return nearest;
  }
}
