package io.residua.benchmarks.latency;

import java.util.concurrent.locks.LockSupport;

/**
 * Turns due times into timestamps of records and back into latencies. Timestamps only label due
 * times and lie a second in the past, since a job cuts those of the future; what is measured is the
 * monotonic clock of this JVM, which sends and reads. Thread-safe.
 */
final class DueClock {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long PAST_MILLIS = 1_000;

  private final long startNanos;
  private final long startLabel;

  private DueClock(long startNanos, long startLabel) {
    this.startNanos = startNanos;
    this.startLabel = startLabel;
  }

  static DueClock startNow() {
    return new DueClock(System.nanoTime(), System.currentTimeMillis() - PAST_MILLIS);
  }

  /** The timestamp of a record. */
  long label(long dueMillis) {
    return startLabel + dueMillis;
  }

  /** When the record of a timestamp was due, since the start. */
  long dueMillis(long label) {
    return label - startLabel;
  }

  /** Nanoseconds since the start. */
  long now() {
    return System.nanoTime() - startNanos;
  }

  /**
   * How long before a moment a record was due, in nanoseconds; negative when it was not yet.
   *
   * @param moment of {@link #now}
   */
  static long latency(long dueMillis, long moment) {
    return moment - dueMillis * NANOS_PER_MILLI;
  }

  /** Returns when a record is due, or at once when it was before. */
  void awaitDue(long dueMillis) {
    for (long left = -latency(dueMillis, now()); left > 0; left = -latency(dueMillis, now())) {
      LockSupport.parkNanos(left);
    }
  }
}
