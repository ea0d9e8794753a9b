package io.residua.benchmarks.cards;

import io.residua.detector.event.EventTable;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.evaluate.Ranking;
import java.util.stream.IntStream;

/**
 * How well scores tell the frauds of a month.
 *
 * @param averagePrecision step-wise area under the precision-recall curve
 * @param aucRoc area under the receiver operating characteristic
 * @param cardPrecision of {@value #CARDS} cards a day
 * @param found for scenarios 1 to {@value #SCENARIOS}, how many of its frauds are among the rows
 *     with the highest 1 % of the scores
 */
record Quality(double averagePrecision, double aucRoc, double cardPrecision, int[] found) {
  static final int CARDS = 100;
  static final int SCENARIOS = 3;
  private static final double HIGHEST = 0.01;

  /**
   * @param scores one a row
   * @param frauds labelled; the scenario is the only field
   */
  static Quality of(double[] scores, DataTable frauds) {
    boolean[] labels = frauds.labels().orElseThrow();
    return new Quality(
        Ranking.averagePrecision(scores, labels),
        Ranking.aucRoc(scores, labels),
        CardPrecision.of(frauds.events(), scores, labels, CARDS),
        byScenario(frauds.events(), labels, HighestScores.of(scores, HIGHEST)));
  }

  /** What the best possible scores would have: those that are the labels. */
  static Quality possible(DataTable frauds) {
    boolean[] labels = frauds.labels().orElseThrow();
    double[] scores =
        IntStream.range(0, labels.length).mapToDouble(row -> labels[row] ? 1 : 0).toArray();
    return of(scores, frauds);
  }

  /** How many frauds each scenario has. */
  static int[] fraudsByScenario(DataTable frauds) {
    boolean[] labels = frauds.labels().orElseThrow();
    return byScenario(frauds.events(), labels, labels);
  }

  private static int[] byScenario(EventTable rows, boolean[] frauds, boolean[] counted) {
    int[] counts = new int[SCENARIOS];
    for (int row = 0; row < rows.rows(); row++) {
      int scenario = (int) rows.number(row, 0);
      if (frauds[row] && counted[row] && scenario >= 1 && scenario <= SCENARIOS) {
        counts[scenario - 1]++;
      }
    }
    return counts;
  }
}
