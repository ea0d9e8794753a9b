package io.residua.benchmarks.latency;

/**
 * When records are due: at a steady rate, each at a whole millisecond, so that its due time fits
 * Kafka's timestamps and reaches the output's reader by them. Times are since the schedule's start.
 *
 * @param rate records a second, above 0
 * @param warmUpSeconds at its beginning, whose records are sent but not measured
 * @param measuredSeconds after them, at least 1
 */
record Schedule(double rate, int warmUpSeconds, int measuredSeconds) {
  private static final double MILLIS = 1000;

  Schedule {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("expected a rate above 0, found " + rate);
    }
    if (warmUpSeconds < 0 || measuredSeconds < 1) {
      throw new IllegalArgumentException(
          "expected no less than 0 seconds of warm-up and 1 measured, found %d and %d"
              .formatted(warmUpSeconds, measuredSeconds));
    }
  }

  /** How many records are due, at least one of them measured. */
  long records() {
    return (long) Math.ceil(rate * (warmUpSeconds + measuredSeconds));
  }

  /** When a record is due. */
  long dueMillis(long record) {
    return (long) (record * MILLIS / rate);
  }

  /** Whether a record due then counts. */
  boolean isMeasured(long dueMillis) {
    return dueMillis >= warmUpSeconds * MILLIS;
  }
}
