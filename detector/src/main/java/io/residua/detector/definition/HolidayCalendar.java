package io.residua.detector.definition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Days that are holidays. Immutable.
 *
 * @param days 1 to {@value #MOST} dates of the years 0 to 9999, each with its name: at most {@value
 *     #LONGEST_NAME} characters on one line, empty where it has none
 */
public record HolidayCalendar(SortedMap<LocalDate, String> days) {
  public static final int MOST = 2_000;
  public static final int LONGEST_NAME = 60;

  private static final int LAST_YEAR = 9_999;

  public HolidayCalendar {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    if (days.isEmpty() || days.size() > MOST) {
      throw new IllegalArgumentException(
          "expected 1 to %d holidays, got %d".formatted(MOST, days.size()));
    }
    if (days.firstKey().getYear() < 0 || days.lastKey().getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "expected holidays of the years 0 to %d, got %s to %s"
              .formatted(LAST_YEAR, days.firstKey(), days.lastKey()));
    }
    for (String name : days.values()) {
      if (name.length() > LONGEST_NAME || !name.equals(HolidayLine.cleaned(name))) {
        throw new IllegalArgumentException(
            "a holiday's name has at most %d characters on one line, got %d"
                .formatted(LONGEST_NAME, name.length()));
      }
    }
  }
}
