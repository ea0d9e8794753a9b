package io.residua.detector.alert;

import io.residua.detector.definition.AlertSpec;
import java.util.List;
import java.util.OptionalLong;

/** Makes the messages about events. Immutable. */
final class Messages {
  private final String detector;
  private final AlertSpec spec;

  Messages(String detector, AlertSpec spec) {
    this.detector = detector;
    this.spec = spec;
  }

  /** A message that a record causes. */
  AlertMessage told(OpenEvent event, AlertState state, AlertInput input, Explained explained) {
    List<FieldContribution> lines = explained.first(spec.explain());
    String reason = Reason.of(lines);
    return new AlertMessage(
        event.opened().alertId(detector),
        event.kind(),
        state,
        input.position(),
        input.eventTime(),
        input.key(),
        spec.by().isPresent() ? AlertScope.of(spec.by(), null, input.group()).value() : null,
        input.score(),
        input.pValue(),
        input.severity(),
        spec.levels().of(event.peakSeverity()),
        event.kind() == AlertKind.FLAPPING ? flapping(reason) : reason,
        lines,
        event.begin(),
        event.peak(),
        event.peakSeverity(),
        OptionalLong.empty(),
        event.anomalies());
  }

  private String flapping(String reason) {
    return spec.flapping()
        .map(it -> Sentences.flapping(it.events(), it.within().toMillis(), reason))
        .orElse(reason);
  }

  /** The end of an event, which says the same whatever caused it. */
  AlertMessage closed(OpenEvent event, AlertScope scope, String reason) {
    return new AlertMessage(
        event.opened().alertId(detector),
        event.kind(),
        AlertState.CLOSED,
        event.lastPosition(),
        event.last(),
        scope.key(),
        scope.group(),
        event.peakScore(),
        event.peakPValue(),
        event.peakSeverity(),
        spec.levels().of(event.peakSeverity()),
        reason,
        List.of(),
        event.begin(),
        event.peak(),
        event.peakSeverity(),
        OptionalLong.of(event.last()),
        event.anomalies());
  }

  /**
   * A message about silence after a record.
   *
   * @param id of the silence
   * @param position of the last record
   * @param eventTime of the last record
   * @param end when it was heard again or given up; empty while it is silent
   */
  AlertMessage silence(
      String id,
      AlertState state,
      RecordPosition position,
      long eventTime,
      AlertScope scope,
      OptionalLong end,
      String reason) {
    int severity = spec.levels().high();
    return new AlertMessage(
        id,
        AlertKind.SILENCE,
        state,
        position,
        eventTime,
        scope.key(),
        scope.group(),
        0,
        1,
        severity,
        spec.levels().of(severity),
        reason,
        List.of(),
        eventTime,
        eventTime,
        severity,
        end,
        0);
  }

  String silenceId(RecordPosition last) {
    return last.alertId(detector) + "/silence";
  }
}
