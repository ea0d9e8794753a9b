package io.residua.detector.alert;

import io.residua.detector.definition.AlertSpec;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.feature.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy and the states it keeps, as a host would keep them: bytes, none where it says so. Time
 * is in minutes since {@link #BEGIN}; the wall clock goes along unless told otherwise.
 */
final class PolicyRun {
  /** A Saturday. */
  static final Instant BEGIN = Instant.parse("2026-11-21T00:00:00Z");

  static final int SEVERITY = 50;

  final Map<String, byte[]> states = new HashMap<>();
  final List<String> suppressed = new ArrayList<>();
  final List<AlertMessage> messages = new ArrayList<>();
  private final InputClock clock;
  private AlertPolicy policy;
  private long offset;
  PolicyResult last;

  PolicyRun(String alerts) {
    this.policy = AlertPolicy.of("d", spec(alerts));
    this.clock = new InputClock(policy, millis(0));
  }

  static AlertSpec spec(String alerts) {
    String yaml =
        """
        detector: d
        input: { topic: t }
        features: [ { field: amount, transform: none } ]
        alerts: { %s }
        """
            .formatted(alerts);
    try {
      return DefinitionParser.parse(yaml, null).alerts();
    } catch (DefinitionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Goes on under other rules, with the states as they are. */
  PolicyRun change(String alerts) {
    policy = AlertPolicy.of("d", spec(alerts));
    return this;
  }

  PolicyRun normal(double... minutes) {
    for (double minute : minutes) {
      record("key", null, minute, 0);
    }
    return this;
  }

  PolicyRun anomaly(double... minutes) {
    for (double minute : minutes) {
      record("key", null, minute, SEVERITY);
    }
    return this;
  }

  PolicyRun severe(double minute, int severity) {
    return record("key", null, minute, severity);
  }

  /**
   * @param severity 0 for a normal record
   */
  PolicyRun record(String key, String group, double minute, int severity) {
    return record(key, group, minute, minute, severity);
  }

  PolicyRun record(String key, String group, double minute, double wall, int severity) {
    AlertInput input =
        new AlertInput(
            new RecordPosition("t", 0, offset++),
            millis(minute),
            millis(wall),
            key,
            group,
            severity > 0,
            severity / 10.0,
            Math.pow(10, -severity / 12.5),
            severity,
            most -> List.of(line()));
    clock.received(millis(minute), millis(wall));
    String scope = policy.scope(key, group);
    if (policy.needsState(severity > 0)) {
      keep(scope, policy.apply(input, states.get(scope)));
    }
    return this;
  }

  private static FieldContribution line() {
    return Contributions.line("amount", 1, "900", "12", Direction.HIGH);
  }

  PolicyRun tick(double... wallMinutes) {
    for (double minute : wallMinutes) {
      for (String scope : List.copyOf(states.keySet())) {
        keep(scope, policy.tick(scope, states.get(scope), clock.at(millis(minute))));
      }
    }
    return this;
  }

  PolicyRun tickInput(double wallMinute) {
    RecordPosition input = new RecordPosition("t", 0, -1);
    keep("input", policy.tickInput(input, states.remove("input"), clock.at(millis(wallMinute))));
    return this;
  }

  private void keep(String scope, PolicyResult result) {
    last = result;
    messages.addAll(result.alerts());
    result.suppressedBy().ifPresent(suppressed::add);
    if (result.state() == null) {
      states.remove(scope);
    } else {
      states.put(scope, result.state());
    }
  }

  /** What was told since this was asked last, as {@code OPEN #offset-of-its-id @minute}. */
  List<String> told() {
    List<String> told = messages.stream().map(PolicyRun::text).toList();
    messages.clear();
    return told;
  }

  private static String text(AlertMessage message) {
    String kind = message.kind() == AlertKind.ANOMALY ? "" : message.kind() + " ";
    String id = message.id().replace("d/t/0/", "#").replace("/silence", "");
    return kind + message.state() + " " + id + " @" + minute(message.eventTime());
  }

  static String minute(long millis) {
    return Sentences.span(Duration.between(BEGIN, Instant.ofEpochMilli(millis)).toMillis());
  }

  static long millis(double minute) {
    return BEGIN.toEpochMilli() + Math.round(minute * 60_000);
  }
}
