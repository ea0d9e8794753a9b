package io.residua.benchmarks.cards;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which rows have the highest scores. */
final class HighestScores {
  private HighestScores() {}

  /**
   * @param scores one a row; of equal ones the earlier row comes first
   * @param share of the rows, in (0, 1); rounded up to whole rows
   * @return for each row, whether it is among them
   */
  static boolean[] of(double[] scores, double share) {
    boolean[] highest = new boolean[scores.length];
    IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).reversed())
        .limit((long) Math.ceil(scores.length * share))
        .forEach(row -> highest[row] = true);
    return highest;
  }
}
