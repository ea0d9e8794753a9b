package io.residua.detector.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * One record's Avro body while it is read. Every length is held against the record's own size
 * before anything is allocated, and records within records are counted. Not thread-safe.
 */
final class AvroInput {
  private static final int MAX_DEPTH = 100;

  private final SeenNodes seen;
  private BinaryDecoder decoder;
  private byte[] scratch = new byte[64];
  private int size;
  private int depth;

  AvroInput(SeenNodes seen) {
    this.seen = seen;
  }

  void start(byte[] value, int offset) {
    size = value.length - offset;
    depth = 0;
    seen.nextRecord();
    decoder = DecoderFactory.get().binaryDecoder(value, offset, size, decoder);
  }

  BinaryDecoder decoder() {
    return decoder;
  }

  SeenNodes seen() {
    return seen;
  }

  /** Whether the whole body was read. */
  boolean atEnd() throws IOException {
    return decoder.isEnd();
  }

  void enter() throws MalformedAvroException {
    if (++depth > MAX_DEPTH) {
      throw new MalformedAvroException("expected at most %d nested values".formatted(MAX_DEPTH));
    }
  }

  void leave() {
    depth--;
  }

  /** Reads the length of a string or of bytes: never more than the record holds. */
  int length() throws IOException {
    long length = decoder.readLong();
    if (length < 0 || length > size) {
      throw new MalformedAvroException(
          "expected a length of 0 to %d bytes, found %d".formatted(size, length));
    }
    return (int) length;
  }

  /**
   * Reads the head of the next block of an array or a map.
   *
   * @return how many items follow; 0 after the last block
   */
  long items() throws IOException {
    long count = decoder.readLong();
    if (count >= 0) {
      return count;
    }
    length();
    return positive(count);
  }

  /** As {@link #items()}, skipping the blocks that say how many bytes they take. */
  long itemsToSkip() throws IOException {
    long count = decoder.readLong();
    while (count < 0) {
      positive(count);
      skip(length());
      count = decoder.readLong();
    }
    return count;
  }

  private static long positive(long negativeCount) throws MalformedAvroException {
    if (negativeCount == Long.MIN_VALUE) {
      throw new MalformedAvroException("expected a count of items, found " + negativeCount);
    }
    return -negativeCount;
  }

  /** Reads so many bytes into a buffer that the next call overwrites. */
  byte[] bytes(int length) throws IOException {
    if (length > size) {
      throw new MalformedAvroException("expected %d more bytes, found fewer".formatted(length));
    }
    if (scratch.length < length) {
      scratch = new byte[Math.max(length, Math.min(size, scratch.length * 2))];
    }
    decoder.readFixed(scratch, 0, length);
    return scratch;
  }

  String string() throws IOException {
    int length = length();
    byte[] bytes = bytes(length);
    if (Utf8.firstBroken(bytes, 0, length) >= 0) {
      throw new MalformedAvroException("expected UTF-8 in a string, found other bytes");
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  void skip(int length) throws IOException {
    decoder.skipFixed(length);
  }

  /** Reads the index of a union's branch or of an enum's symbol. */
  int index(int count) throws IOException {
    int index = decoder.readInt();
    if (index < 0 || index >= count) {
      throw new MalformedAvroException(
          "expected an index of 0 to %d, found %d".formatted(count - 1, index));
    }
    return index;
  }
}
