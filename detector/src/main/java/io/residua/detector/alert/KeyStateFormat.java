package io.residua.detector.alert;

import io.residua.detector.definition.FlappingSpec;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key's state as bytes: the version, which parts there are, the parts. Numbers are big-endian; a
 * position is its topic's length, the topic, the partition, the offset.
 */
final class KeyStateFormat {
  static final byte VERSION = 1;

  private static final int POSITION = 1 + Integer.BYTES + Long.BYTES;
  private static final int EVENT = 1 + 2 * POSITION + 7 * Long.BYTES + 2;
  private static final int SEEN = POSITION + Long.BYTES + 1;

  /** No state is larger. */
  static final int MOST_BYTES =
      size(EVENT + SEEN + 3 * RecordPosition.LONGEST_TOPIC, FlappingSpec.MOST_EVENTS);

  private static final int HISTORY = 1;
  private static final int OPEN = 2;
  private static final int QUIET = 4;
  private static final int OPENINGS = 8;
  private static final int LAST_SEEN = 16;
  private static final int ALL = HISTORY | OPEN | QUIET | OPENINGS | LAST_SEEN;

  private KeyStateFormat() {}

  static byte[] write(KeyState state) {
    ByteBuffer bytes = ByteBuffer.allocate(size(state));
    bytes.put(VERSION).put((byte) parts(state)).putLong(state.newest);
    if (state.history != 0) {
      bytes.putLong(state.history);
    }
    if (state.event != null) {
      writeEvent(state.event, bytes);
    }
    if (state.quietUntil != KeyState.NONE) {
      bytes.putLong(state.quietUntil);
    }
    if (state.openings.length > 0) {
      bytes.put((byte) state.openings.length);
      Arrays.stream(state.openings).forEach(bytes::putLong);
    }
    if (state.seen != null) {
      writePosition(state.seen.position(), bytes);
      bytes.putLong(state.seen.receivedAt()).put((byte) (state.seen.silenceTold() ? 1 : 0));
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** At least what is written of a state, and nearly so: most of what is left out is short. */
  private static int size(KeyState state) {
    OpenEvent event = state.event;
    int ofEvent = event == null ? 0 : EVENT + length(event.opened()) + length(event.lastPosition());
    int ofSeen = state.seen == null ? 0 : SEEN + length(state.seen.position());
    return size(ofEvent + ofSeen, state.openings.length);
  }

  private static int size(int variable, int openings) {
    return 2 + 3 * Long.BYTES + 1 + openings * Long.BYTES + variable;
  }

  private static int length(RecordPosition position) {
    return position.topic().length();
  }

  private static int parts(KeyState state) {
    return (state.history != 0 ? HISTORY : 0)
        | (state.event != null ? OPEN : 0)
        | (state.quietUntil != KeyState.NONE ? QUIET : 0)
        | (state.openings.length > 0 ? OPENINGS : 0)
        | (state.seen != null ? LAST_SEEN : 0);
  }

  private static void writeEvent(OpenEvent event, ByteBuffer bytes) {
    bytes.put((byte) event.kind().ordinal());
    writePosition(event.opened(), bytes);
    writePosition(event.lastPosition(), bytes);
    bytes.putLong(event.begin()).putLong(event.last()).putLong(event.peak());
    bytes.putDouble(event.peakScore()).putDouble(event.peakPValue());
    bytes.putLong(event.anomalies()).putLong(event.told());
    bytes.put((byte) event.peakSeverity()).put((byte) event.toldSeverity());
  }

  private static void writePosition(RecordPosition position, ByteBuffer bytes) {
    byte[] topic = position.topic().getBytes(StandardCharsets.US_ASCII);
    bytes.put((byte) topic.length).put(topic);
    bytes.putInt(position.partition()).putLong(position.offset());
  }

  /**
   * @throws UnreadableStateException when the bytes are of another version or not of this format
   */
  static KeyState read(byte[] state) throws UnreadableStateException {
    ByteBuffer bytes = ByteBuffer.wrap(state);
    try {
      int version = bytes.get();
      if (version != VERSION) {
        throw new UnreadableStateException(
            "expected an alert state of version %d, found version %d".formatted(VERSION, version));
      }
      KeyState read = readParts(bytes.get(), bytes);
      if (bytes.hasRemaining()) {
        throw broken(bytes.remaining() + " bytes too many");
      }
      return read;
    } catch (BufferUnderflowException e) {
      throw broken("bytes too few");
    } catch (IllegalArgumentException e) {
      throw broken(e.getMessage());
    }
  }

  private static KeyState readParts(int parts, ByteBuffer bytes) throws UnreadableStateException {
    if ((parts & ~ALL) != 0) {
      throw broken("unknown parts " + parts);
    }
    KeyState state = new KeyState();
    state.newest = bytes.getLong();
    state.history = (parts & HISTORY) != 0 ? bytes.getLong() : 0;
    state.event = (parts & OPEN) != 0 ? readEvent(bytes) : null;
    state.quietUntil = (parts & QUIET) != 0 ? bytes.getLong() : KeyState.NONE;
    if ((parts & OPENINGS) != 0) {
      state.openings = readOpenings(bytes);
    }
    state.seen = (parts & LAST_SEEN) != 0 ? readSeen(bytes) : null;
    return state;
  }

  private static OpenEvent readEvent(ByteBuffer bytes) throws UnreadableStateException {
    AlertKind kind = kind(bytes.get());
    RecordPosition opened = readPosition(bytes);
    RecordPosition last = readPosition(bytes);
    long begin = bytes.getLong();
    long end = bytes.getLong();
    long peak = bytes.getLong();
    double score = bytes.getDouble();
    double pValue = bytes.getDouble();
    long anomalies = bytes.getLong();
    long told = bytes.getLong();
    int severity = severity(bytes.get());
    return new OpenEvent(
        kind,
        opened,
        begin,
        end,
        last,
        peak,
        score,
        pValue,
        severity,
        anomalies,
        told,
        severity(bytes.get()));
  }

  private static AlertKind kind(int ordinal) throws UnreadableStateException {
    if (ordinal == AlertKind.ANOMALY.ordinal()) {
      return AlertKind.ANOMALY;
    }
    if (ordinal == AlertKind.FLAPPING.ordinal()) {
      return AlertKind.FLAPPING;
    }
    throw broken("an event of kind " + ordinal);
  }

  private static int severity(int severity) throws UnreadableStateException {
    if (severity < 0 || severity > 100) {
      throw broken("a severity of " + severity);
    }
    return severity;
  }

  private static long[] readOpenings(ByteBuffer bytes) throws UnreadableStateException {
    int count = bytes.get();
    if (count < 1 || count > FlappingSpec.MOST_EVENTS) {
      throw broken(count + " openings");
    }
    long[] openings = new long[count];
    for (int i = 0; i < count; i++) {
      openings[i] = bytes.getLong();
    }
    return openings;
  }

  private static LastSeen readSeen(ByteBuffer bytes) throws UnreadableStateException {
    RecordPosition position = readPosition(bytes);
    long receivedAt = bytes.getLong();
    int told = bytes.get();
    if (told != 0 && told != 1) {
      throw broken("silence told " + told);
    }
    return new LastSeen(position, receivedAt, told == 1);
  }

  private static RecordPosition readPosition(ByteBuffer bytes) {
    byte[] topic = new byte[Byte.toUnsignedInt(bytes.get())];
    bytes.get(topic);
    String name = new String(topic, StandardCharsets.ISO_8859_1);
    return new RecordPosition(name, bytes.getInt(), bytes.getLong());
  }

  private static UnreadableStateException broken(String found) {
    return new UnreadableStateException(
        "expected an alert state of version %d, found %s".formatted(VERSION, found));
  }
}
