package io.residua.trainer.evaluate;

import io.residua.detector.Verdict;
import io.residua.detector.event.Event;
import java.time.Duration;
import java.util.Arrays;

/** The running counts of one evaluation. Not thread-safe. */
final class Tally {
  private static final double DAY = Duration.ofDays(1).toMillis();

  private final int rows;
  private final double[] scores;
  private final boolean[] labels;
  private int scored;
  private int found;
  private int missed;
  private int falseAlarms;
  private int quiet;
  private boolean timed = true;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  Tally(int rows) {
    this.rows = rows;
    this.scores = new double[rows];
    this.labels = new boolean[rows];
  }

  void add(Verdict verdict, boolean anomaly, long time) {
    scores[scored] = verdict.score();
    labels[scored] = anomaly;
    scored++;
    count(verdict.anomaly(), anomaly);
    timed &= time != Event.NO_TIME;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }

  private void count(boolean alert, boolean anomaly) {
    if (anomaly) {
      found += alert ? 1 : 0;
      missed += alert ? 0 : 1;
    } else {
      falseAlarms += alert ? 1 : 0;
      quiet += alert ? 0 : 1;
    }
  }

  Evaluation evaluation(double budget) {
    LabelledScores ranked =
        new LabelledScores(Arrays.copyOf(scores, scored), Arrays.copyOf(labels, scored));
    int anomalies = found + missed;
    return new Evaluation(
        rows,
        rows - scored,
        anomalies,
        found + falseAlarms,
        Ranking.aucRoc(ranked),
        Ranking.averagePrecision(ranked),
        (double) found / (found + falseAlarms),
        (double) found / anomalies,
        anomalies == 0 ? Double.NaN : 2.0 * found / (2.0 * found + falseAlarms + missed),
        (double) falseAlarms / (falseAlarms + quiet),
        budget,
        alertsPerDay(),
        ranked);
  }

  private double alertsPerDay() {
    double days = ((double) last - first) / DAY;
    return timed && days > 0 ? (found + falseAlarms) / days : Double.NaN;
  }
}
