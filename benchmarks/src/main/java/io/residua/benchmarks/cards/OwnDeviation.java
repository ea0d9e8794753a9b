package io.residua.benchmarks.cards;

import io.residua.detector.event.EventTable;
import java.util.HashMap;
import java.util.Map;

/**
 * The baseline: how many standard deviations an amount's logarithm lies above the mean of the
 * card's earlier ones; 0 before two of them and where they are all equal.
 */
final class OwnDeviation {
  private static final double LEAST_AMOUNT = 0.01;

  private long count;
  private double mean;
  private double squares;

  private OwnDeviation() {}

  /**
   * Scores of all rows.
   *
   * @param amounts in the order of time; the amount is the only field
   */
  static double[] scores(EventTable amounts) {
    Map<String, OwnDeviation> cards = new HashMap<>();
    double[] scores = new double[amounts.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] =
          cards
              .computeIfAbsent(amounts.key(row), card -> new OwnDeviation())
              .next(amounts.number(row, 0));
    }
    return scores;
  }

  /** Welford's running mean and sum of squares. */
  private double next(double amount) {
    double value = Math.log(Math.max(amount, LEAST_AMOUNT));
    double spread = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    double score = spread > 0 ? (value - mean) / spread : 0;
    count++;
    double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
    return score;
  }
}
