package io.residua.detector.history;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The saved form of a {@link HistorySnapshot}, big-endian: a version byte, the number of stages,
 * and for each the number of keys and each key's text and state, with their lengths in bytes before
 * them.
 */
public final class HistorySnapshotFormat {
  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  private static final int MOST_STAGES = 100;

  private HistorySnapshotFormat() {}

  public static byte[] write(HistorySnapshot snapshot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    put(bytes, snapshot.stages());
    for (int stage = 0; stage < snapshot.stages(); stage++) {
      Map<String, byte[]> states = snapshot.states(stage);
      put(bytes, states.size());
      states.forEach(
          (key, state) -> {
            put(bytes, key.getBytes(StandardCharsets.UTF_8));
            put(bytes, state);
          });
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException when the bytes are not a snapshot of this version: one
   *     sentence
   */
  public static HistorySnapshot read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      int version = buffer.get();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "this program reads snapshots of version %d, found version %d"
                .formatted(VERSION, version));
      }
      List<Map<String, byte[]>> stages = new ArrayList<>();
      int count = count(buffer, MOST_STAGES, "stages");
      for (int stage = 0; stage < count; stage++) {
        stages.add(states(buffer));
      }
      if (buffer.hasRemaining()) {
        throw new IllegalArgumentException(
            "expected the end of the snapshot, found %d more bytes".formatted(buffer.remaining()));
      }
      return new HistorySnapshot(stages);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the snapshot ends in the middle", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a key of the snapshot is not UTF-8", e);
    }
  }

  private static Map<String, byte[]> states(ByteBuffer buffer) throws CharacterCodingException {
    Map<String, byte[]> states = new LinkedHashMap<>();
    int keys = count(buffer, buffer.remaining(), "keys");
    for (int i = 0; i < keys; i++) {
      ByteBuffer key = ByteBuffer.wrap(next(buffer));
      String text = StandardCharsets.UTF_8.newDecoder().decode(key).toString();
      if (states.put(text, next(buffer)) != null) {
        throw new IllegalArgumentException("a key stands twice in the snapshot");
      }
    }
    return states;
  }

  private static byte[] next(ByteBuffer buffer) {
    byte[] bytes = new byte[count(buffer, buffer.remaining(), "bytes")];
    buffer.get(bytes);
    return bytes;
  }

  private static int count(ByteBuffer buffer, int most, String what) {
    int count = buffer.getInt();
    if (count < 0 || count > most) {
      throw new IllegalArgumentException(
          "expected at most %d %s, found %d".formatted(most, what, count));
    }
    return count;
  }

  private static void put(ByteArrayOutputStream bytes, byte[] content) {
    put(bytes, content.length);
    bytes.writeBytes(content);
  }

  private static void put(ByteArrayOutputStream bytes, int number) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }
}
