package io.residua.trainer.latent;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors without repetitions: records of few categories are often the same, and points without a
 * distance have only each other for neighbours.
 *
 * @param points each different vector once
 * @param indices of each given vector, its index among the points
 */
record DifferentVectors(double[][] points, int[] indices) {

  static DifferentVectors of(double[][] vectors) {
    Map<List<Double>, Integer> numbers = new LinkedHashMap<>();
    int[] indices = new int[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      // Adding 0 makes the two zeros one.
      List<Double> key = Arrays.stream(vectors[i]).mapToObj(value -> value + 0.0).toList();
      Integer known = numbers.putIfAbsent(key, numbers.size());
      indices[i] = known == null ? numbers.size() - 1 : known;
    }
    double[][] points =
        numbers.keySet().stream()
            .map(key -> key.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    return new DifferentVectors(points, indices);
  }

  int count() {
    return points.length;
  }

  /** How many of the numbers are the same in all vectors. */
  int constantNumbers() {
    int constant = 0;
    for (int d = 0; points.length > 0 && d < points[0].length; d++) {
      double first = points[0][d];
      int number = d;
      constant += Arrays.stream(points).allMatch(point -> point[number] == first) ? 1 : 0;
    }
    return constant;
  }
}
