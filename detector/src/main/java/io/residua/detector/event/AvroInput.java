package io.residua.detector.event;

import java.io.EOFException;
import java.io.IOException;

/**
 * One record's Avro body while it is read. Every length is held against the record's own size
 * before anything is allocated, and records within records are counted. Not thread-safe.
 */
final class AvroInput {
  private static final int MAX_DEPTH = 100;

  private final SeenNodes seen;
  private final AvroBytes bytes = new AvroBytes();
  private final RecurringTexts texts = new RecurringTexts();
  private int size;
  private int depth;

  AvroInput(SeenNodes seen) {
    this.seen = seen;
  }

  void start(byte[] value, int offset) {
    size = value.length - offset;
    depth = 0;
    seen.nextRecord();
    bytes.start(value, offset);
  }

  AvroBytes bytes() {
    return bytes;
  }

  SeenNodes seen() {
    return seen;
  }

  /** Whether the whole body was read. */
  boolean atEnd() {
    return bytes.atEnd();
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
    long length = bytes.readLong();
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
    long count = bytes.readLong();
    if (count >= 0) {
      return count;
    }
    length();
    return positive(count);
  }

  /** As {@link #items()}, skipping the blocks that say how many bytes they take. */
  long itemsToSkip() throws IOException {
    long count = bytes.readLong();
    while (count < 0) {
      positive(count);
      skip(length());
      count = bytes.readLong();
    }
    return count;
  }

  private static long positive(long negativeCount) throws MalformedAvroException {
    if (negativeCount == Long.MIN_VALUE) {
      throw new MalformedAvroException("expected a count of items, found " + negativeCount);
    }
    return -negativeCount;
  }

  String string() throws IOException {
    int length = length();
    return texts.of(bytes.array(), bytes.pass(length), length);
  }

  void skip(int length) throws EOFException {
    bytes.pass(length);
  }

  /** Reads the index of a union's branch or of an enum's symbol. */
  int index(int count) throws IOException {
    int index = bytes.readInt();
    if (index < 0 || index >= count) {
      throw new MalformedAvroException(
          "expected an index of 0 to %d, found %d".formatted(count - 1, index));
    }
    return index;
  }
}
