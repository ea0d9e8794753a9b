package io.residua.trainer.evaluate;

/**
 * How well scores put anomalies above normal rows, whatever the threshold. Rows of equal score
 * count as one block, so that their order does not matter.
 */
public final class Ranking {
  private Ranking() {}

  /**
   * Area under the receiver operating characteristic: the chance that a random anomaly scores above
   * a random normal row, ties counting half (Mann and Whitney, 1947).
   *
   * @param scores any number but NaN; higher is stranger
   * @param labels true for an anomaly
   * @return 0 to 1; NaN when all labels are equal or there are none
   * @throws IllegalArgumentException when the lengths differ or a score is NaN
   */
  public static double aucRoc(double[] scores, boolean[] labels) {
    return aucRoc(new LabelledScores(scores, labels));
  }

  static double aucRoc(LabelledScores rows) {
    if (!rows.hasBothClasses()) {
      return Double.NaN;
    }
    ThresholdSweep sweep = new ThresholdSweep(rows);
    double area = 0;
    for (int step = 1; step <= sweep.steps(); step++) {
      double width = sweep.falseAlarmRate(step) - sweep.falseAlarmRate(step - 1);
      area += width * (sweep.recall(step) + sweep.recall(step - 1)) / 2;
    }
    return area;
  }

  /**
   * Average precision, the step-wise area under the precision-recall curve: the sum over thresholds
   * of the gain in recall times the precision, without interpolation (Davis and Goadrich, 2006,
   * show why a straight line between points would be too good).
   *
   * @param scores any number but NaN; higher is stranger
   * @param labels true for an anomaly
   * @return 0 to 1, for a random order about the share of anomalies; NaN when all labels are equal
   *     or there are none
   * @throws IllegalArgumentException when the lengths differ or a score is NaN
   */
  public static double averagePrecision(double[] scores, boolean[] labels) {
    return averagePrecision(new LabelledScores(scores, labels));
  }

  static double averagePrecision(LabelledScores rows) {
    if (!rows.hasBothClasses()) {
      return Double.NaN;
    }
    ThresholdSweep sweep = new ThresholdSweep(rows);
    double area = 0;
    for (int step = 1; step <= sweep.steps(); step++) {
      area += (sweep.recall(step) - sweep.recall(step - 1)) * sweep.precision(step);
    }
    return area;
  }
}
