package io.residua.detector.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** By vectors along the points; the sums of a block stay in registers through all coordinates. */
final class VectorDistances implements SquaredDistances {
  private static final VectorSpecies<Float> SPECIES = VectorLayer.SPECIES;
  private static final int LANES = SPECIES.length();

  @Override
  public int lanes() {
    return LANES;
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
    int point = 0;
    for (; point + 4 * LANES <= points; point += 4 * LANES) {
      four(byCoordinate, points, record, observed, from, width, distances, point);
    }
    for (; point < points; point += LANES) {
      one(byCoordinate, points, record, observed, from, width, distances, point);
    }
  }

  private static void four(
      float[] byCoordinate,
      int points,
      float[] record,
      boolean[] observed,
      int from,
      int width,
      float[] distances,
      int point) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int i = 0; i < width; i++) {
      if (observed[from + i]) {
        FloatVector value = FloatVector.broadcast(SPECIES, record[from + i]);
        int at = i * points + point;
        FloatVector d0 = value.sub(FloatVector.fromArray(SPECIES, byCoordinate, at));
        FloatVector d1 = value.sub(FloatVector.fromArray(SPECIES, byCoordinate, at + LANES));
        FloatVector d2 = value.sub(FloatVector.fromArray(SPECIES, byCoordinate, at + 2 * LANES));
        FloatVector d3 = value.sub(FloatVector.fromArray(SPECIES, byCoordinate, at + 3 * LANES));
        s0 = s0.add(d0.mul(d0));
        s1 = s1.add(d1.mul(d1));
        s2 = s2.add(d2.mul(d2));
        s3 = s3.add(d3.mul(d3));
      }
    }
    s0.intoArray(distances, point);
    s1.intoArray(distances, point + LANES);
    s2.intoArray(distances, point + 2 * LANES);
    s3.intoArray(distances, point + 3 * LANES);
  }

  private static void one(
      float[] byCoordinate,
      int points,
      float[] record,
      boolean[] observed,
      int from,
      int width,
      float[] distances,
      int point) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < width; i++) {
      if (observed[from + i]) {
        FloatVector other = FloatVector.fromArray(SPECIES, byCoordinate, i * points + point);
        FloatVector difference = FloatVector.broadcast(SPECIES, record[from + i]).sub(other);
        sum = sum.add(difference.mul(difference));
      }
    }
    sum.intoArray(distances, point);
  }
}
