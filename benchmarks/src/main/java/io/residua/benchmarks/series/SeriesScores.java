package io.residua.benchmarks.series;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.alert.FieldContribution;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.Rejection;
import io.residua.detector.history.HistoryMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a detector says of one key's rows, met in their order after the key's training rows.
 *
 * @param scores one a row
 * @param alerts which rows are within the budget
 * @param shares for each incident, the score's shares by field, summed over the incident's rows
 */
record SeriesScores(double[] scores, boolean[] alerts, Map<RowRange, Map<String, Double>> shares) {

  /**
   * @param incidents rows whose explanations are kept, in order
   * @throws SeriesException when a row cannot be scored
   */
  static SeriesScores of(Detector detector, EventTable rows, List<RowRange> incidents)
      throws SeriesException {
    HistoryMemory history = new HistoryMemory(detector.history());
    Scorer scorer = detector.newScorer();
    Event event = new Event(rows.layout());
    double[] scores = new double[rows.rows()];
    boolean[] alerts = new boolean[rows.rows()];
    Map<RowRange, Map<String, Double>> shares = new LinkedHashMap<>();
    incidents.forEach(incident -> shares.put(incident, new LinkedHashMap<>()));
    RowRange[] incidentOf = incidentOf(incidents, rows.rows());
    for (int row = 0; row < scores.length; row++) {
      rows.read(row, event);
      history.apply(event);
      Rejection rejection = scorer.score(event);
      if (rejection != null) {
        throw new SeriesException("test row %d: %s".formatted(row, rejection.detail()));
      }
      scores[row] = scorer.verdict().score();
      alerts[row] = scorer.verdict().anomaly();
      if (incidentOf[row] != null) {
        for (FieldContribution line : scorer.explain(Integer.MAX_VALUE)) {
          shares.get(incidentOf[row]).merge(line.field(), line.share(), Double::sum);
        }
      }
    }
    return new SeriesScores(scores, alerts, shares);
  }

  private static RowRange[] incidentOf(List<RowRange> incidents, int rows) {
    RowRange[] incidentOf = new RowRange[rows];
    for (RowRange incident : incidents) {
      for (int row = incident.from(); row <= incident.to(); row++) {
        incidentOf[row] = incident;
      }
    }
    return incidentOf;
  }
}
