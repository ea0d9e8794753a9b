package io.residua.detector.alert;

import io.residua.detector.definition.AlertSpec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells of an input from which nothing comes at all: its keys are silent too, and that is worth one
 * answer. Only the wall clock can tell, as event time stands still. Immutable.
 */
final class InputSilence {
  static final byte VERSION = 1;
  private static final int BYTES = 1 + 2 * Long.BYTES;
  private static final AlertScope NO_KEY = new AlertScope(Optional.empty(), "");

  private final Messages messages;
  private final Optional<Long> silence;

  InputSilence(AlertSpec spec, Messages messages) {
    this.messages = messages;
    this.silence = spec.silence().map(it -> it.toMillis());
  }

  /** A silence that was told: since when by the wall clock, and the event time before it. */
  private record Told(long since, long newest) {}

  PolicyResult tick(RecordPosition input, byte[] stateOrNull, InputTime time) {
    Optional<String> unreadable = unreadable(stateOrNull);
    if (stateOrNull != null && unreadable.isEmpty()) {
      Told told = read(stateOrNull);
      boolean over = silence.isEmpty() || (time.heard() && time.idle() < silence.get());
      return over
          ? result(List.of(end(input, told, time)), null, unreadable)
          : result(List.of(), stateOrNull, unreadable);
    }
    if (silence.isEmpty() || time.idle() < silence.get()) {
      return result(List.of(), null, unreadable);
    }
    long newest = time.newest() == InputClock.NONE ? time.lastReceived() : time.newest();
    Told told = new Told(time.lastReceived(), newest);
    return result(List.of(begin(input, told)), write(told), unreadable);
  }

  private AlertMessage begin(RecordPosition input, Told told) {
    return message(
        input,
        told,
        AlertState.OPEN,
        OptionalLong.empty(),
        Sentences.inputSilent(input, silence.orElseThrow()));
  }

  private AlertMessage end(RecordPosition input, Told told, InputTime time) {
    return message(
        input,
        told,
        AlertState.CLOSED,
        OptionalLong.of(Math.max(told.newest(), time.newest())),
        silence.isEmpty() ? Sentences.noLongerWatched() : Sentences.heardAgain(told.newest()));
  }

  private AlertMessage message(
      RecordPosition input, Told told, AlertState state, OptionalLong end, String reason) {
    String id = messages.silenceId(input) + "/" + told.since();
    return messages.silence(id, state, input, told.newest(), NO_KEY, end, reason);
  }

  private static PolicyResult result(
      List<AlertMessage> alerts, byte[] state, Optional<String> unreadable) {
    return new PolicyResult(alerts, state, Optional.empty(), unreadable, PolicyResult.NEVER);
  }

  private static Optional<String> unreadable(byte[] stateOrNull) {
    if (stateOrNull == null || (stateOrNull.length == BYTES && stateOrNull[0] == VERSION)) {
      return Optional.empty();
    }
    String found =
        stateOrNull.length == 0 || stateOrNull[0] == VERSION
            ? stateOrNull.length + " bytes"
            : "version " + stateOrNull[0];
    return Optional.of("expected an input state of version %d, found %s".formatted(VERSION, found));
  }

  private static byte[] write(Told told) {
    return ByteBuffer.allocate(BYTES)
        .put(VERSION)
        .putLong(told.since())
        .putLong(told.newest())
        .array();
  }

  private static Told read(byte[] state) {
    ByteBuffer bytes = ByteBuffer.wrap(state, 1, BYTES - 1);
    return new Told(bytes.getLong(), bytes.getLong());
  }
}
