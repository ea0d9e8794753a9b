package io.residua.detector.alert;

/**
 * Points in time and durations in milliseconds; what would overflow stays at the end of the range.
 */
final class Times {
  private Times() {}

  /**
   * @param duration of at least 0
   */
  static long plus(long time, long duration) {
    long sum = time + duration;
    return sum < time ? Long.MAX_VALUE : sum;
  }

  /** From one to the other; negative where they are the other way round. */
  static long between(long from, long to) {
    long difference = to - from;
    boolean overflow = ((to ^ from) & (to ^ difference)) < 0;
    if (overflow) {
      return to < from ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return difference;
  }
}
