package io.residua.detector.event;

/**
 * Points in time as numbers: milliseconds, microseconds or nanoseconds since 1970 UTC, told apart
 * by their size. The ranges do not meet for times after March 1973 and before the year 5138.
 */
final class PointInTime {
  private static final double SMALLEST_MILLIS = 1e11;
  private static final double SMALLEST_MICROS = 1e14;
  private static final double SMALLEST_NANOS = 1e17;
  private static final double LARGEST = 9.2e18;

  private PointInTime() {}

  /**
   * Milliseconds since 1970 UTC, rounded down.
   *
   * @param value 0, or a number whose size is 1e11 or more
   * @return {@link Event#NO_TIME} when the number is not a point in time by these rules
   */
  static long ofNumber(long value) {
    double size = Math.abs((double) value);
    if (size < SMALLEST_MILLIS) {
      return value == 0 ? 0 : Event.NO_TIME;
    }
    if (size < SMALLEST_MICROS) {
      return value;
    }
    if (size < SMALLEST_NANOS) {
      return Math.floorDiv(value, 1_000L);
    }
    return size > LARGEST ? Event.NO_TIME : Math.floorDiv(value, 1_000_000L);
  }

  /** As {@link #ofNumber(long)}; a fraction of the unit is rounded down. */
  static long ofNumber(double value) {
    double size = Math.abs(value);
    return size <= LARGEST ? ofNumber((long) Math.floor(value)) : Event.NO_TIME;
  }

  /** Why a number is not a point in time, as the end of a sentence. */
  static String complaint(double value) {
    return Math.abs(value) < SMALLEST_MILLIS ? "which looks like seconds" : "which is out of range";
  }
}
