package io.residua.stream;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * A record on its way from one place to the next, as bytes: the format's version, where the record
 * was read, its key and value as they were, whether it is late, and the numbers that keyed features
 * made of it so far. Big-endian; lengths are 32 bits, -1 for none. Immutable.
 */
final class RecordPassage {
  static final byte VERSION = 1;
  private static final int FIXED =
      1 + 3 * Integer.BYTES + Integer.BYTES + 2 * Long.BYTES + 1 + Long.BYTES + Integer.BYTES;

  private final int[] made;
  private final long fingerprint;

  RecordPassage(EventLayout layout) {
    this.made =
        IntStream.range(0, layout.size())
            .filter(field -> layout.field(field).kind() == FieldKind.DERIVED)
            .toArray();
    CRC32 checksum = new CRC32();
    for (int field : made) {
      checksum.update((layout.field(field).path() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    this.fingerprint = checksum.getValue();
  }

  /**
   * What arrived.
   *
   * @param late whether an earlier place found it late
   * @param numbers what keyed features made; none where another model made them
   */
  record Arrived(SourceRecord record, boolean late, double[] numbers) {}

  byte[] write(SourceRecord record, Event event, boolean late) {
    byte[] topic = record.topic().getBytes(StandardCharsets.UTF_8);
    int key = record.key() == null ? 0 : record.key().length;
    ByteBuffer out =
        ByteBuffer.allocate(
            FIXED + topic.length + key + record.value().length + made.length * Double.BYTES);
    out.put(VERSION);
    put(out, topic);
    out.putInt(record.partition()).putLong(record.offset()).putLong(record.timestamp());
    put(out, record.key());
    put(out, record.value());
    out.put((byte) (late ? 1 : 0)).putLong(fingerprint).putInt(made.length);
    for (int field : made) {
      out.putDouble(event.number(field));
    }
    return out.array();
  }

  /**
   * @throws UnreadablePassageException when the bytes are not a record of this version
   */
  Arrived read(byte[] message) throws UnreadablePassageException {
    try {
      ByteBuffer in = ByteBuffer.wrap(message);
      byte version = in.get();
      if (version != VERSION) {
        throw new UnreadablePassageException(
            "expected a record of version %d, found %d".formatted(VERSION, version));
      }
      String topic = new String(take(in), StandardCharsets.UTF_8);
      SourceRecord record =
          new SourceRecord(
              topic, in.getInt(), in.getLong(), in.getLong(), takeOrNull(in), take(in));
      boolean late = in.get() == 1;
      boolean known = in.getLong() == fingerprint;
      double[] numbers = known && in.getInt() == made.length ? numbers(in) : new double[0];
      return new Arrived(record, late, numbers);
    } catch (BufferUnderflowException e) {
      throw new UnreadablePassageException("the record ends too early");
    }
  }

  /** Writes the numbers that arrived into an event. */
  void restore(Arrived arrived, Event event) {
    for (int i = 0; i < arrived.numbers().length; i++) {
      event.setNumber(made[i], arrived.numbers()[i]);
    }
  }

  private double[] numbers(ByteBuffer in) {
    double[] numbers = new double[made.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.getDouble();
    }
    return numbers;
  }

  private static void put(ByteBuffer out, byte[] bytes) {
    if (bytes == null) {
      out.putInt(-1);
    } else {
      out.putInt(bytes.length).put(bytes);
    }
  }

  private static byte[] takeOrNull(ByteBuffer in) throws UnreadablePassageException {
    int length = in.getInt();
    if (length < -1 || length > in.remaining()) {
      throw new UnreadablePassageException(
          "expected a length of at most %d, found %d".formatted(in.remaining(), length));
    }
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static byte[] take(ByteBuffer in) throws UnreadablePassageException {
    byte[] bytes = takeOrNull(in);
    if (bytes == null) {
      throw new UnreadablePassageException("expected bytes, found none");
    }
    return bytes;
  }
}
