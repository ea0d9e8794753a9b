package io.residua.detector.feature;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** A cycle of the calendar (UTC) and where in it a point in time lies. Allocates nothing. */
enum CyclicUnit {
  /** Continuous, so that 23:59 and 00:00 are neighbours. */
  HOUR_OF_DAY(24) {
    @Override
    double position(long millis) {
      return Math.floorMod(millis, DAY) / 3_600_000.0;
    }

    @Override
    String name(int step) {
      return "about %02d:00".formatted(step);
    }
  },
  /** Monday is 0. */
  DAY_OF_WEEK(7) {
    @Override
    double position(long millis) {
      return Math.floorMod(Math.floorDiv(millis, DAY) + 3, 7);
    }

    @Override
    String name(int step) {
      return DayOfWeek.of(step + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
  },
  /** The first is 0; a cycle has 31 days, so short months leave a gap. */
  DAY_OF_MONTH(31) {
    @Override
    double position(long millis) {
      return monthAndDay(millis) % 100;
    }

    @Override
    String name(int step) {
      return "day " + (step + 1);
    }
  },
  /** January is 0. */
  MONTH_OF_YEAR(12) {
    @Override
    double position(long millis) {
      return monthAndDay(millis) / 100;
    }

    @Override
    String name(int step) {
      return Month.of(step + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
  };

  private static final long DAY = 86_400_000L;
  private static final int DAYS_OF_400_YEARS = 146_097;

  private final int steps;

  CyclicUnit(int steps) {
    this.steps = steps;
  }

  /** The name in files and in features' names. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many steps a cycle has. */
  int steps() {
    return steps;
  }

  /** Where in the cycle, from 0 to {@code steps()}. */
  abstract double position(long millis);

  /** A step for people. */
  abstract String name(int step);

  /**
   * Month and day of the month from 0, as {@code 100 * month + day}: Hinnant, "chrono-compatible
   * low-level date algorithms", civil_from_days, in which years begin on the first of March.
   */
  private static int monthAndDay(long millis) {
    int day = Math.floorMod(Math.floorDiv(millis, DAY) + 719_468, DAYS_OF_400_YEARS);
    int year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    int dayOfYear = day - (365 * year + year / 4 - year / 100);
    int month = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * month + 2) / 5;
    return 100 * (month < 10 ? month + 2 : month - 10) + dayOfMonth;
  }
}
