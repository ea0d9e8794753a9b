package io.residua.trainer.latent;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Points of known shape. */
final class Shapes {
  private Shapes() {}

  /** Normal clouds around corners that lie far apart, one after the other. */
  static double[][] clouds(int clouds, int each, int width, double apart, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[][] points = new double[clouds * each][width];
    for (int i = 0; i < points.length; i++) {
      int cloud = i / each;
      Arrays.setAll(points[i], d -> random.nextGaussian());
      points[i][cloud % width] += cloud < width ? apart : -apart;
    }
    return points;
  }

  /** Which cloud each point is of. */
  static int[] labels(int clouds, int each) {
    int[] labels = new int[clouds * each];
    Arrays.setAll(labels, i -> i / each);
    return labels;
  }

  /**
   * The Swiss roll: a sheet that is rolled up one and a half times.
   *
   * @param flat receives each point's place on the sheet
   */
  static double[][] roll(int count, double[][] flat, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      double angle = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
      double height = 10 * random.nextDouble();
      points[i] = new double[] {angle * Math.cos(angle), height, angle * Math.sin(angle)};
      // The arc length of Archimedes' spiral.
      double along =
          0.5
              * (angle * Math.sqrt(1 + angle * angle)
                  + Math.log(angle + Math.sqrt(1 + angle * angle)));
      flat[i] = new double[] {along, height};
    }
    return points;
  }

  /** The squared correlation of a map's distances with those of points. */
  static double agreement(Places places, double[][] points) {
    Correlation correlation = new Correlation();
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        correlation.add(
            Math.hypot(places.x()[i] - places.x()[j], places.y()[i] - places.y()[j]),
            Math.sqrt(Distances.squared(points[i], points[j])));
      }
    }
    return correlation.squared();
  }

  /** The share of points whose nearest other place on the map is of their own label. */
  static double purity(Places places, int[] labels) {
    int pure = 0;
    for (int i = 0; i < labels.length; i++) {
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < labels.length; j++) {
        double distance = Math.hypot(places.x()[i] - places.x()[j], places.y()[i] - places.y()[j]);
        if (i != j && distance < least) {
          least = distance;
          nearest = j;
        }
      }
      pure += labels[nearest] == labels[i] ? 1 : 0;
    }
    return (double) pure / labels.length;
  }
}
