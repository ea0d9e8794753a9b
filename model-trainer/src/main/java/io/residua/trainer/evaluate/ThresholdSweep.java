package io.residua.trainer.evaluate;

import java.util.Arrays;

/**
 * The counts at every threshold worth trying: the distinct scores, from the highest down. Rows of
 * equal score pass together, so that no figure depends on their order.
 */
final class ThresholdSweep {
  private final int anomalies;
  private final int normals;
  private final int[] found;
  private final int[] falseAlarms;
  private final int steps;

  ThresholdSweep(LabelledScores rows) {
    this.anomalies = rows.anomalies();
    this.normals = rows.normals();
    this.found = new int[rows.count() + 1];
    this.falseAlarms = new int[rows.count() + 1];
    this.steps = sweep(sorted(rows.anomalyScores()), sorted(rows.normalScores()));
  }

  private int sweep(double[] anomalous, double[] normal) {
    int step = 0;
    int i = anomalous.length;
    int j = normal.length;
    while (i > 0 || j > 0) {
      double threshold = Math.max(highest(anomalous, i), highest(normal, j));
      i = below(anomalous, i, threshold);
      j = below(normal, j, threshold);
      step++;
      found[step] = anomalous.length - i;
      falseAlarms[step] = normal.length - j;
    }
    return step;
  }

  private static double[] sorted(double[] scores) {
    Arrays.sort(scores);
    return scores;
  }

  private static double highest(double[] sorted, int left) {
    return left > 0 ? sorted[left - 1] : Double.NEGATIVE_INFINITY;
  }

  private static int below(double[] sorted, int left, double threshold) {
    int remaining = left;
    while (remaining > 0 && sorted[remaining - 1] >= threshold) {
      remaining--;
    }
    return remaining;
  }

  /** How many distinct scores there are; step 0 is the threshold that nothing reaches. */
  int steps() {
    return steps;
  }

  /** Share of the anomalies found at a step, 0 to 1; NaN without anomalies. */
  double recall(int step) {
    return (double) found[step] / anomalies;
  }

  /** Share of the normal rows reported at a step, 0 to 1; NaN without normal rows. */
  double falseAlarmRate(int step) {
    return (double) falseAlarms[step] / normals;
  }

  /** Share of the reported rows that are anomalies, 0 to 1; NaN at step 0. */
  double precision(int step) {
    return (double) found[step] / (found[step] + falseAlarms[step]);
  }
}
