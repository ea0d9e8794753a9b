package io.residua.benchmarks.experiments;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows divided at random into parts of nearly the same size, each of which tests once.
 *
 * @param part of each row
 * @param count how many parts
 */
record Folds(int[] part, int count) {
  static Folds of(int rows, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] part = IntStream.range(0, rows).map(row -> row % count).toArray();
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = part[i];
      part[i] = part[j];
      part[j] = swapped;
    }
    return new Folds(part, count);
  }

  int[] test(int fold) {
    return IntStream.range(0, part.length).filter(row -> part[row] == fold).toArray();
  }

  int[] training(int fold) {
    return IntStream.range(0, part.length).filter(row -> part[row] != fold).toArray();
  }
}
