package io.residua.detector.alert;

import io.residua.detector.definition.AlertSpec;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells of keys, and of inputs, that fall silent. A key is silent when both clocks say so: others
 * of its input are that much later in event time, and it was listened to that long by the wall
 * clock. Immutable.
 */
final class Silence {
  private static final long RETRY_MILLIS = 1_000;

  private final Messages messages;
  private final Optional<Long> silence;

  Silence(AlertSpec spec, Messages messages) {
    this.messages = messages;
    this.silence = spec.silence().map(it -> it.toMillis());
  }

  /** A record of the key came. */
  void heard(Change change, AlertScope scope, AlertInput input) {
    if (silence.isEmpty()) {
      stopWatching(change, scope);
      return;
    }
    KeyState state = change.state;
    if (state.seen != null && state.seen.silenceTold()) {
      end(change, scope, input.eventTime(), Sentences.heardAgain(state.newest));
    }
    state.seen = new LastSeen(input.position(), input.receivedAt(), false);
  }

  /** Ends a silence that was told, and keeps nothing to tell another. */
  void stopWatching(Change change, AlertScope scope) {
    KeyState state = change.state;
    if (state.seen != null && state.seen.silenceTold()) {
      end(change, scope, state.newest, Sentences.noLongerWatched());
    }
    state.seen = null;
  }

  /** Returns the event time before which asking again is of no use, where it is not yet time. */
  long tick(Change change, AlertScope scope, InputTime time) {
    KeyState state = change.state;
    if (silence.isEmpty() || state.seen == null) {
      stopWatching(change, scope);
      return PolicyResult.NEVER;
    }
    long now = time.eventTime();
    if (now < due(state)) {
      return due(state);
    }
    if (state.seen.silenceTold()) {
      end(change, scope, now, Sentences.forgotten(state.newest));
      state.seen = null;
      return PolicyResult.NEVER;
    }
    long missing = missing(state, time);
    if (missing > 0) {
      return Times.plus(now, Math.max(missing, RETRY_MILLIS));
    }
    begin(change, scope);
    return due(state);
  }

  /** How much longer the key must be silent, in milliseconds, by the clock that is behind. */
  private long missing(KeyState state, InputTime time) {
    long least = silence.orElseThrow();
    if (time.idle() >= least) {
      return RETRY_MILLIS;
    }
    long listening = Math.max(state.seen.receivedAt(), time.flowingSince());
    long byOthers = Times.between(state.newest, time.newest());
    long byWallClock = Times.between(listening, time.wallClock());
    return least - Math.min(byOthers, byWallClock);
  }

  /** The event time at which a key's silence is due, or at which it is forgotten. */
  long due(KeyState state) {
    if (silence.isEmpty() || state.seen == null) {
      return PolicyResult.NEVER;
    }
    long silent = Times.plus(state.newest, silence.get());
    return state.seen.silenceTold()
        ? Times.plus(silent, AlertPolicy.FORGOTTEN_AFTER_MILLIS)
        : silent;
  }

  private void begin(Change change, AlertScope scope) {
    KeyState state = change.state;
    RecordPosition last = state.seen.position();
    change.alerts.add(
        messages.silence(
            messages.silenceId(last),
            AlertState.OPEN,
            last,
            state.newest,
            scope,
            OptionalLong.empty(),
            Sentences.silent(silence.orElseThrow(), state.newest)));
    state.seen = new LastSeen(last, state.seen.receivedAt(), true);
  }

  private void end(Change change, AlertScope scope, long at, String reason) {
    KeyState state = change.state;
    RecordPosition last = state.seen.position();
    change.alerts.add(
        messages.silence(
            messages.silenceId(last),
            AlertState.CLOSED,
            last,
            state.newest,
            scope,
            OptionalLong.of(Math.max(at, state.newest)),
            reason));
  }
}
