package io.residua.trainer.evaluate;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.history.ScoreSmoother;

/** Scores labelled records with a detector, by the very code that scores a stream, and counts. */
public final class Evaluator {
  private Evaluator() {}

  /**
   * Evaluates in one thread, in the order of time.
   *
   * @param table of the detector's layout, replayed where the detector has keyed features
   * @param labels true for an anomaly; one per row
   * @throws IllegalArgumentException when the layout is another one or the labels are not as many
   *     as the rows
   */
  public static Evaluation evaluate(Detector detector, EventTable table, boolean[] labels) {
    if (!table.layout().equals(detector.layout())) {
      throw new IllegalArgumentException(
          "expected a table of %s's layout %s, got %s"
              .formatted(detector.name(), detector.layout(), table.layout()));
    }
    if (labels.length != table.rows()) {
      throw new IllegalArgumentException(
          "expected one label per row, got %d labels for %d rows"
              .formatted(labels.length, table.rows()));
    }
    Scorer scorer = detector.newScorer();
    Event event = new Event(table.layout());
    Tally tally = new Tally(table.rows());
    ScoreSmoother smoother = new ScoreSmoother(detector.definition());
    for (int row : table.oldestFirst()) {
      table.read(row, event);
      if (scorer.score(event, score -> smoother.smooth(event.key(), score)) == null) {
        tally.add(scorer.verdict(), labels[row], event.time());
      }
    }
    return tally.evaluation(detector.significance());
  }
}
