package io.residua.detector.feature;

import io.residua.detector.definition.HolidayCalendar;
import java.time.LocalDate;
import java.util.Arrays;

/** Whether a point in time lies on a holiday (UTC): 1 or 0. Encoding allocates nothing. */
final class HolidayFlag implements TimePart {
  private static final long DAY = 86_400_000L;
  private static final float HALF = 0.5f;

  private final HolidayCalendar calendar;
  private final double typical;
  private final long[] days;

  /**
   * @param typical share of the training data that lies on holidays, 0 to 1: what a missing time is
   *     taken for
   */
  HolidayFlag(HolidayCalendar calendar, double typical) {
    if (!(typical >= 0 && typical <= 1)) {
      throw new IllegalArgumentException("expected a share from 0 to 1, got " + typical);
    }
    this.calendar = calendar;
    this.typical = typical;
    this.days = calendar.days().keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
  }

  HolidayCalendar calendar() {
    return calendar;
  }

  double typical() {
    return typical;
  }

  boolean isHoliday(long millis) {
    return Arrays.binarySearch(days, Math.floorDiv(millis, DAY)) >= 0;
  }

  static LocalDate date(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, DAY));
  }

  /** A holiday's name; empty where it has none or the day is no holiday. */
  String name(long millis) {
    return calendar.days().getOrDefault(date(millis), "");
  }

  boolean isHolidayExpected(float[] reconstruction, int offset) {
    return reconstruction[offset] >= HALF;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public String featureName(int index) {
    return "holiday";
  }

  @Override
  public void encode(long millis, float[] into, int offset) {
    into[offset] = isHoliday(millis) ? 1 : 0;
  }

  @Override
  public void encodeTypical(float[] into, int offset) {
    into[offset] = (float) typical;
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    return isHolidayExpected(reconstruction, offset) ? "a holiday" : "no holiday";
  }
}
