package io.residua.detector.alert;

import io.residua.detector.definition.SeverityLevels.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One message about an event. Its id is the event's: OPEN, each UPDATE and CLOSED share it; id,
 * state and position together are a message's own.
 *
 * @param position of the record that caused the message; where time did, of the event's last one
 * @param eventTime of that record, in milliseconds since 1970 UTC
 * @param key of that record; null where it has none, or where time closed a group's event
 * @param group the value of the field that events are grouped by; null where they are not
 * @param score of the record; of the peak where the event is closed
 * @param pValue likewise
 * @param severity likewise, 0 to 100
 * @param level of the event's peak
 * @param reason one sentence
 * @param explanation of the record; empty where time caused the message
 * @param begin event time of the record that opened the event
 * @param peak event time of its highest severity, and of the highest score among these
 * @param peakSeverity that severity
 * @param end event time of its last anomaly, once it is closed
 * @param anomalies how many it had so far, those included that were needed to open it
 */
public record AlertMessage(
    String id,
    AlertKind kind,
    AlertState state,
    RecordPosition position,
    long eventTime,
    String key,
    String group,
    double score,
    double pValue,
    int severity,
    Level level,
    String reason,
    List<FieldContribution> explanation,
    long begin,
    long peak,
    int peakSeverity,
    OptionalLong end,
    long anomalies) {
  public AlertMessage {
    explanation = List.copyOf(explanation);
  }

  /** What all messages about one event have in common, to keep them in order; empty for none. */
  public Optional<String> orderedBy() {
    return Optional.ofNullable(group == null ? key : group);
  }
}
