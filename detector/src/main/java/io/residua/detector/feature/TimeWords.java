package io.residua.detector.feature;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Points in time as people read them, all in UTC. */
final class TimeWords {
  private TimeWords() {}

  /** With its day of the week and its holiday, where its encodings look at those. */
  static String of(long millis, List<TimePart> parts) {
    StringBuilder words =
        new StringBuilder(Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString());
    for (TimePart part : parts) {
      if (part instanceof CyclicTime cycle && cycle.unit() == CyclicUnit.DAY_OF_WEEK) {
        words.append(' ').append(cycle.unit().name((int) cycle.unit().position(millis)));
      }
    }
    for (TimePart part : parts) {
      if (part instanceof HolidayFlag holiday && holiday.isHoliday(millis)) {
        words.append(", a holiday").append(named(holiday.name(millis)));
      }
    }
    return words.toString();
  }

  /** A day that is a holiday where none was expected, or the other way round. */
  static String of(long millis, HolidayFlag holiday) {
    return holiday.isHoliday(millis)
        ? "%s is a holiday%s: expected none"
            .formatted(HolidayFlag.date(millis), named(holiday.name(millis)))
        : HolidayFlag.date(millis) + " is no holiday: expected one";
  }

  private static String named(String name) {
    return name.isEmpty() ? "" : " (" + name + ")";
  }
}
