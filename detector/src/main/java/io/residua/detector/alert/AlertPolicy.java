package io.residua.detector.alert;

import io.residua.detector.definition.AlertSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns anomalies into alerts worth waking up for, by the rules of a definition's {@code alerts}.
 *
 * <p>How this works. What is known of a key (or of a field's value, with {@code by}) is a few bytes
 * that come in with each record and go out changed; whoever hosts the policy keeps them. An anomaly
 * that no rule suppresses opens an event when there are enough of them, and joins the event that is
 * open; the event closes when none came for {@code close-after}. A closed event is followed by the
 * cooldown. Where more events open than {@code flapping} allows, one event of that kind stands for
 * all of them until the key is calm. All this goes by event time, so that a replay tells the same;
 * late records count, but never turn time back. Time that passes without records comes in by {@link
 * #tick}, and only silence goes by the wall clock too.
 *
 * <p>Immutable and thread-safe. It belongs to no model: rules change without a new one.
 */
public final class AlertPolicy {
  /** No state is larger, in bytes. */
  public static final int MOST_STATE_BYTES = KeyStateFormat.MOST_BYTES;

  /** After so long without a record, what is known of a key is forgotten: 7 days of event time. */
  public static final long FORGOTTEN_AFTER_MILLIS = 7 * 86_400_000L;

  private final AlertSpec spec;
  private final Events events;
  private final Silence silence;
  private final InputSilence inputSilence;

  private AlertPolicy(String detector, AlertSpec spec) {
    Messages messages = new Messages(detector, spec);
    this.spec = spec;
    this.events = new Events(spec, messages);
    this.silence = new Silence(spec, messages);
    this.inputSilence = new InputSilence(spec, messages);
  }

  /**
   * @param detector which the alerts' ids begin with
   */
  public static AlertPolicy of(String detector, AlertSpec spec) {
    return new AlertPolicy(detector, spec);
  }

  public AlertSpec spec() {
    return spec;
  }

  /** The field whose value a record's group is; empty where events are a key's. */
  public Optional<String> groupField() {
    return spec.by();
  }

  /**
   * Whether a record needs the state of its scope. By default only anomalies do, so that the others
   * cost nothing.
   */
  public boolean needsState(boolean anomaly) {
    return anomaly || spec.consecutive().records() > 1 || spec.silence().isPresent();
  }

  /**
   * Under what the state is kept that a record needs.
   *
   * @param key the event's key; null for none: all such records share one state
   * @param group the value of {@link #groupField}; null for none
   */
  public String scope(String key, String group) {
    return AlertScope.of(spec.by(), key, group).text();
  }

  /** Applies the rules to one record. */
  public PolicyResult apply(AlertInput input, byte[] stateOrNull) {
    Change change = Change.of(stateOrNull);
    AlertScope scope = AlertScope.of(spec.by(), input.key(), input.group());
    silence.heard(change, scope, input);
    events.expire(change, scope, input.eventTime());
    change.state.newest = Math.max(change.state.newest, input.eventTime());
    events.record(change, input);
    return result(change, stateOrNull, silence.due(change.state));
  }

  /**
   * Lets time pass for one scope.
   *
   * @param scope under which the state is kept
   * @param state as it was kept
   */
  public PolicyResult tick(String scope, byte[] state, InputTime time) {
    Change change = Change.of(state);
    AlertScope at = AlertScope.parse(scope);
    if (!at.field().equals(spec.by())) {
      events.close(change, at);
      silence.stopWatching(change, at);
      return new PolicyResult(
          change.alerts, null, Optional.empty(), change.unreadable, PolicyResult.NEVER);
    }
    events.expire(change, at, time.eventTime());
    return result(change, state, silence.tick(change, at, time));
  }

  /**
   * Lets time pass for a whole input, of which silence is told once instead of once for each key.
   *
   * @param input its topic and partition, with offset -1
   * @param stateOrNull kept beside the keys' states, under a name of its own
   */
  public PolicyResult tickInput(RecordPosition input, byte[] stateOrNull, InputTime time) {
    return inputSilence.tick(input, stateOrNull, time);
  }

  /** The shortest silence of the input that is told; never where none is. */
  long silenceMillis() {
    return spec.silence().map(it -> it.toMillis()).orElse(Long.MAX_VALUE);
  }

  private PolicyResult result(Change change, byte[] given, long silenceDue) {
    KeyState state = change.state;
    if (state.isEmpty()) {
      return new PolicyResult(
          change.alerts, null, change.suppressedBy, change.unreadable, PolicyResult.NEVER);
    }
    byte[] written = KeyStateFormat.write(state);
    return new PolicyResult(
        change.alerts,
        Arrays.equals(written, given) ? given : written,
        change.suppressedBy,
        change.unreadable,
        Math.min(events.due(state), silenceDue));
  }
}
