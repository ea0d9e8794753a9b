package io.residua.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Alerts of one key that follow each other closely: one thing to look at.
 *
 * @param from event time of its first alert, in milliseconds since 1970 UTC
 * @param to event time of its last alert
 * @param alerts how many there are
 */
record AlertEvent(long from, long to, int alerts) {
  /** Alerts closer than this are one event. */
  static final Duration GAP = Duration.ofMinutes(10);

  /** Groups one key's alerts. */
  static List<AlertEvent> group(List<Long> alertTimes) {
    List<AlertEvent> events = new ArrayList<>();
    AlertEvent last = null;
    for (long time : alertTimes.stream().sorted().toList()) {
      if (last != null && last.continuesAt(time)) {
        events.remove(events.size() - 1);
        last = new AlertEvent(last.from, time, last.alerts + 1);
      } else {
        last = new AlertEvent(time, time, 1);
      }
      events.add(last);
    }
    return List.copyOf(events);
  }

  boolean continuesAt(long time) {
    return time - to < GAP.toMillis();
  }

  boolean overlaps(long begin, long end) {
    return from <= end && to >= begin;
  }
}
