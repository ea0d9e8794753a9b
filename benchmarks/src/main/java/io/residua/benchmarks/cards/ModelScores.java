package io.residua.benchmarks.cards;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.Rejection;
import io.residua.detector.history.HistoryMemory;

/** A detector's scores of rows that come after those it was trained on. */
final class ModelScores {
  private ModelScores() {}

  /**
   * @param rows in the order of time
   * @throws CardsException when a row cannot be scored
   */
  static double[] of(Detector detector, EventTable rows) throws CardsException {
    HistoryMemory history = new HistoryMemory(detector.history());
    Scorer scorer = detector.newScorer();
    Event event = new Event(rows.layout());
    double[] scores = new double[rows.rows()];
    for (int row = 0; row < scores.length; row++) {
      rows.read(row, event);
      history.read(event);
      Rejection rejection = scorer.score(event);
      if (rejection != null) {
        throw new CardsException("test row %d: %s".formatted(row, rejection.detail()));
      }
      scores[row] = scorer.verdict().score();
      history.add(event);
    }
    return scores;
  }
}
