package io.residua.trainer.data;

import io.residua.detector.event.EventTable;
import java.util.List;
import java.util.Optional;

/**
 * Data read into memory.
 *
 * @param events the rows that could be read
 * @param labels true for an anomaly, one for each event, where a label column was asked for
 * @param classes of the events, by number in the order of their first rows; where a column of
 *     classes was asked for
 * @param rowsInData rows before sampling
 * @param rejected rows that could not be read
 * @param warnings what a user should know about the reading, one sentence each
 */
public record DataTable(
    EventTable events,
    Optional<boolean[]> labels,
    Optional<Classes> classes,
    long rowsInData,
    long rejected,
    List<String> warnings) {
  public DataTable {
    warnings = List.copyOf(warnings);
  }
}
