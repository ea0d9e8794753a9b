package io.residua.trainer;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.EventTable;
import io.residua.detector.history.FittedHistory;
import io.residua.detector.history.FittedPopulations;
import io.residua.detector.history.History;
import io.residua.detector.history.HistoryMemory;
import io.residua.detector.history.HistorySnapshot;
import io.residua.detector.history.PopulationFitter;

/**
 * The training data as its keys lived it: every event, in the order of time, passes the history
 * that will run in the job, beginning with nothing.
 *
 * @param events the same rows in the same order, with the numbers of keyed features
 * @param fitted what the keys of a job begin with
 */
public record Replay(EventTable events, FittedHistory fitted) {

  /**
   * @param rows that are normal: populations are fitted to them; all rows are replayed
   */
  public static Replay of(DetectorDefinition definition, EventTable events, int[] rows) {
    if (definition.keyed().isEmpty()) {
      return new Replay(events, FittedHistory.NONE);
    }
    FittedPopulations populations = PopulationFitter.fit(definition, events, rows);
    FittedHistory begin = new FittedHistory(populations, HistorySnapshot.EMPTY);
    HistoryMemory memory = new HistoryMemory(History.of(definition, events.layout(), begin));
    EventTable replayed = memory.replay(events);
    return new Replay(replayed, begin.with(memory.snapshot()));
  }
}
