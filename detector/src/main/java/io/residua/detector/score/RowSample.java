package io.residua.detector.score;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Which rows a fit looks at where there are too many. */
final class RowSample {
  private RowSample() {}

  /**
   * All rows in their order or, where there are more, so many of them at random, each with the same
   * chance.
   */
  static int[] of(int rows, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[rows];
    Arrays.setAll(order, row -> row);
    int wanted = Math.min(rows, most);
    for (int i = 0; rows > most && i < wanted; i++) {
      int other = i + random.nextInt(rows - i);
      int chosen = order[other];
      order[other] = order[i];
      order[i] = chosen;
    }
    return Arrays.copyOf(order, wanted);
  }
}
