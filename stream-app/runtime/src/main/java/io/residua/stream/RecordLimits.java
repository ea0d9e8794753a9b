package io.residua.stream;

import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;
import java.time.Duration;

/**
 * How large things may get on their way through a job, so that memory is bounded and every output
 * fits Kafka's default request of 1 MiB.
 *
 * @param recordBytes a larger source value is rejected unread
 * @param future an event time that is further in the future is rejected; at least 0
 */
public record RecordLimits(int recordBytes, Duration future) {
  /** Source values accepted by default. */
  public static final int DEFAULT_RECORD_BYTES = 4 << 20;

  /** How far ahead of our clock an event may be by default: a wrong zone is let through. */
  public static final Duration DEFAULT_FUTURE = Duration.ofDays(1);

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
    if (future.isNegative()) {
      throw new IllegalArgumentException("the future must not be negative, got " + future);
    }
  }

  public static RecordLimits defaults() {
    return new RecordLimits(DEFAULT_RECORD_BYTES, DEFAULT_FUTURE);
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
