package io.residua.trainer;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import java.time.Duration;

/** How many records a day the data has. */
final class Traffic {
  private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

  private Traffic() {}

  /**
   * @param rowsInData rows of the data that the table was sampled from
   * @return NaN when a row has no time or all have the same
   */
  static double recordsPerDay(EventTable table, long rowsInData) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < table.rows(); row++) {
      long time = table.time(row);
      if (time == Event.NO_TIME) {
        return Double.NaN;
      }
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
    // Between n records lie n − 1 pauses.
    return last > first ? (rowsInData - 1) * MILLIS_PER_DAY / (last - first) : Double.NaN;
  }
}
