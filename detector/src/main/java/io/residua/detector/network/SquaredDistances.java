package io.residua.detector.network;

/**
 * Squared distances of a record to many points, by the way of computing that suits this JVM. Every
 * way adds up a distance in the order of the coordinates, each step rounded, and gives the same
 * bits. Stateless.
 */
public interface SquaredDistances {
  /** The one that suits this JVM best. */
  static SquaredDistances best() {
    return Kernels.BEST.distances();
  }

  /** The number of points, those that fill them up included, is a multiple of this. */
  int lanes();

  /**
   * Computes all distances.
   *
   * @param byCoordinate the first coordinate of every point, then the second, and so on
   * @param points how many, a multiple of {@link #lanes()}
   * @param record holds the record's coordinates
   * @param observed says of each value of {@code record} whether it counts
   * @param from where the record's first coordinate stands in both
   * @param width coordinates of a point
   * @param distances receives {@code points} squared distances
   */
  void compute(
      float[] byCoordinate,
      int points,
      float[] record,
      boolean[] observed,
      int from,
      int width,
      float[] distances);
}
