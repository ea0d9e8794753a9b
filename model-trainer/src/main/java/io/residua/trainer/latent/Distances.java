package io.residua.trainer.latent;

/** Euclidean distances between all pairs of points. */
final class Distances {
  private Distances() {}

  static double[][] of(double[][] points) {
    double[][] distances = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = Math.sqrt(squared(points[i], points[j]));
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  static double squared(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = one[i] - other[i];
      sum += difference * difference;
    }
    return sum;
  }
}
