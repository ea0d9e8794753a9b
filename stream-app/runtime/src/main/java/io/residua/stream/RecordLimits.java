package io.residua.stream;

import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;

/**
 * How large things may get on their way through a job, so that memory is bounded and every output
 * fits Kafka's default request of 1 MiB.
 *
 * @param recordBytes a larger source value is rejected unread
 */
public record RecordLimits(int recordBytes) {
  /** Source values accepted by default. */
  public static final int DEFAULT_RECORD_BYTES = 4 << 20;

  /** A record with a larger key is rejected: keys are written with every output. */
  public static final int KEY_BYTES = 16 << 10;

  /** A reject keeps this much of the original value: in base64, with its key, it is under 1 MiB. */
  public static final int ORIGINAL_BYTES = 700 << 10;

  /** No output record is larger, key and all: Kafka's default for a request and for a topic. */
  public static final int OUTPUT_BYTES = 1 << 20;

  public RecordLimits {
    if (recordBytes < 1) {
      throw new IllegalArgumentException(
          "the largest record must be at least 1 byte, got " + recordBytes);
    }
  }

  public static RecordLimits defaults() {
    return new RecordLimits(DEFAULT_RECORD_BYTES);
  }

  /** Why a record's key is too large to be written; null when it is not. */
  static Rejection checkKey(byte[] key) {
    return key == null || key.length <= KEY_BYTES ? null : tooLarge(key.length);
  }

  /** Why an event's key is too large to be written; null when it is not. */
  static Rejection checkKey(String key) {
    return key == null || key.length() <= KEY_BYTES ? null : tooLarge(key.length());
  }

  private static Rejection tooLarge(int found) {
    return new Rejection(
        RejectReason.TOO_LARGE,
        "expected a key of at most %d bytes, found %d".formatted(KEY_BYTES, found));
  }
}
