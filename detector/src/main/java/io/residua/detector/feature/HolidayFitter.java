package io.residua.detector.feature;

import io.residua.detector.definition.HolidayCalendar;
import java.time.LocalDate;
import java.util.Arrays;

/** Fits a holiday flag, and says where a calendar cannot help. */
final class HolidayFitter {
  private HolidayFitter() {}

  /**
   * @param present the times in the training data, at least one
   */
  static HolidayFlag fit(
      String field, HolidayCalendar calendar, long[] present, Findings findings) {
    HolidayFlag flag = new HolidayFlag(calendar, 0);
    long holidays = Arrays.stream(present).filter(flag::isHoliday).count();
    if (holidays == 0) {
      findings.warn(
          "field %s is on none of the %d holidays in training: the first one will stand out"
              .formatted(field, calendar.days().size()));
    }
    LocalDate newest = HolidayFlag.date(Arrays.stream(present).max().orElseThrow());
    LocalDate last = calendar.days().lastKey();
    if (newest.isAfter(last)) {
      findings.warn(
          "field %s goes on to %s, but the last holiday is %s: extend the calendar"
              .formatted(field, newest, last));
    }
    return new HolidayFlag(calendar, holidays / (double) present.length);
  }
}
