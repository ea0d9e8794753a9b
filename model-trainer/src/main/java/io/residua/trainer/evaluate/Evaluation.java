package io.residua.trainer.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What labelled records say of a detector. A figure that the labels cannot carry is NaN. Rejected
 * rows get no score and count in {@code rows} and {@code rejected} only.
 *
 * @param rows rows given, rejected ones included
 * @param rejected rows that could not be scored
 * @param anomalies scored rows labelled as anomalies
 * @param alerts scored rows that the detector called anomalies
 * @param aucRoc area under the receiver operating characteristic, 0 to 1; NaN unless the scored
 *     rows hold both anomalies and normal ones
 * @param aucPr average precision, 0 to 1; NaN as {@code aucRoc}
 * @param precision share of the alerts that are anomalies; NaN without alerts
 * @param recall share of the anomalies that alerted; NaN without anomalies
 * @param f1 harmonic mean of precision and recall, 0 when no anomaly was found; NaN without
 *     anomalies
 * @param falseAlarmRate share of the normal rows that alerted; NaN without normal rows
 * @param budget share of normal records that the definition lets alert, in (0, 1): what {@code
 *     falseAlarmRate} is held against
 * @param alertsPerDay alerts over the event time between the first and the last scored row; NaN
 *     when a scored row has no time or all have the same
 * @param scores the scored rows' scores beside their labels
 */
public record Evaluation(
    int rows,
    int rejected,
    int anomalies,
    int alerts,
    double aucRoc,
    double aucPr,
    double precision,
    double recall,
    double f1,
    double falseAlarmRate,
    double budget,
    double alertsPerDay,
    LabelledScores scores) {
  public Evaluation {
    Objects.requireNonNull(scores, "scores");
    if (scores.count() + rejected != rows) {
      throw new IllegalArgumentException(
          "expected scored and rejected rows to be all %d rows, got %d and %d"
              .formatted(rows, scores.count(), rejected));
    }
  }

  /** The curves behind the areas; computed on each call, in the time that sorting takes. */
  public Curves curves() {
    return Curves.of(scores);
  }

  /**
   * The finite figures under the names that the command line and a bundle's provenance use, such as
   * {@code auc_roc}, in the order of the parameters; what is NaN is left out.
   */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("auc_roc", aucRoc);
    metrics.put("auc_pr", aucPr);
    metrics.put("precision", precision);
    metrics.put("recall", recall);
    metrics.put("f1", f1);
    metrics.put("false_alarm_rate", falseAlarmRate);
    metrics.put("budget", budget);
    metrics.put("alerts_per_day", alertsPerDay);
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return metrics;
  }
}
