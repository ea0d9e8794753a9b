package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.Verdict;
import io.residua.detector.alert.AlertInput;
import io.residua.detector.alert.AlertMessage;
import io.residua.detector.alert.AlertPolicy;
import io.residua.detector.alert.GroupField;
import io.residua.detector.alert.RecordPosition;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * From verdicts to alerts: asks the alert policy where its states are kept here, else sends on what
 * it needs. Not thread-safe.
 */
final class Judge {
  private final Scorer scorer;
  private final AlertPolicy policy;
  private final Optional<Alerting> alerting;
  private final GroupField group;

  Judge(Scorer scorer, Place place, Task task, Accounting accounting) {
    DetectorDefinition definition = scorer.detector().definition();
    this.scorer = scorer;
    this.policy = AlertPolicy.of(definition.name(), definition.alerts());
    this.alerting =
        place.alerts()
            ? Optional.of(
                new Alerting(
                    policy,
                    new RecordPosition(definition.input().topic(), task.partition(), -1),
                    task.stores().apply(Place.ALERT_STORE),
                    accounting))
            : Optional.empty();
    this.group = groupField(scorer.detector());
  }

  /** Where a detector's events carry what its alerts are grouped by. */
  static GroupField groupField(Detector detector) {
    AlertPolicy policy = AlertPolicy.of(detector.name(), detector.definition().alerts());
    return GroupField.of(policy, detector.layout());
  }

  /**
   * What an event causes.
   *
   * @param messages alerts to tell
   * @param onward what the place needs where alerts are kept
   */
  record Judged(List<AlertMessage> messages, Optional<Outcome.Passed> onward) {
    private static final Judged NOTHING = new Judged(List.of(), Optional.empty());
  }

  /** Judges the event that the scorer scored last. */
  Judged judge(SourceRecord record, Event event) {
    boolean needed = policy.needsState(scorer.verdict().anomaly());
    long now = System.currentTimeMillis();
    long time = event.time() == Event.NO_TIME ? Math.min(record.timestamp(), now) : event.time();
    alerting.ifPresent(it -> it.received(time, now));
    if (!needed) {
      return Judged.NOTHING;
    }
    AlertInput input = input(record, event, time, now);
    return alerting.isPresent()
        ? new Judged(alerting.get().apply(input), Optional.empty())
        : new Judged(List.of(), Optional.of(passed(input)));
  }

  /**
   * Judges what another place scored.
   *
   * @throws UnreadablePassageException when the message is not what such a place sends
   */
  List<AlertMessage> resume(byte[] message) throws UnreadablePassageException {
    AlertInput input = AlertPassage.read(message);
    Alerting here = alerting.orElseThrow();
    here.received(input.eventTime(), System.currentTimeMillis());
    return here.apply(input);
  }

  List<AlertMessage> tick(long wallClock) {
    return alerting.map(it -> it.tick(wallClock)).orElse(List.of());
  }

  private Outcome.Passed passed(AlertInput input) {
    byte[] scope = policy.scope(input.key(), input.group()).getBytes(StandardCharsets.UTF_8);
    return new Outcome.Passed(scope, AlertPassage.write(input));
  }

  private AlertInput input(SourceRecord record, Event event, long time, long now) {
    Verdict verdict = scorer.verdict();
    return new AlertInput(
        new RecordPosition(record.topic(), record.partition(), record.offset()),
        time,
        now,
        event.key(),
        group.of(event),
        verdict.anomaly(),
        verdict.score(),
        verdict.pValue(),
        verdict.severity(),
        scorer::explain);
  }
}
