package io.residua.detector.feature;

import io.residua.detector.event.Event;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The point in time of cyclic features: the first day of {@value #FIRST_YEAR} to {@value
 * #LAST_YEAR} whose features are nearest, and on it the time that sine and cosine of the hour point
 * at. In so many years, every date falls on every day of the week.
 */
final class TimeDecoder implements FieldDecoder {
  static final int FIRST_YEAR = 2000;
  static final int LAST_YEAR = 2027;
  private static final long DAY = 86_400_000L;

  private final int index;
  private final TimePart[] parts;
  private final int width;
  private final NearestValue<Long> days;

  /**
   * @param index of the field
   * @param parts its features
   */
  TimeDecoder(int index, List<TimePart> parts) {
    this.index = index;
    this.parts = parts.toArray(new TimePart[0]);
    this.width = parts.stream().filter(part -> !isHour(part)).mapToInt(TimePart::width).sum();
    this.days = NearestValue.of(candidates().boxed()::iterator, width, this::write);
  }

  private LongStream candidates() {
    LongStream years =
        LongStream.rangeClosed(
            LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay(),
            LocalDate.of(LAST_YEAR, 12, 31).toEpochDay());
    LongStream holidays =
        Arrays.stream(parts)
            .filter(HolidayFlag.class::isInstance)
            .flatMap(part -> ((HolidayFlag) part).calendar().days().keySet().stream())
            .mapToLong(LocalDate::toEpochDay);
    return LongStream.concat(years, holidays);
  }

  /** All features of a day but those of the hour. */
  private void write(long day, float[] into) {
    int at = 0;
    for (TimePart part : parts) {
      if (!isHour(part)) {
        part.encode(day * DAY, into, at);
        at += part.width();
      }
    }
  }

  private static boolean isHour(TimePart part) {
    return part instanceof CyclicTime cycle && cycle.unit() == CyclicUnit.HOUR_OF_DAY;
  }

  @Override
  public void decode(float[] values, int offset, Event into) {
    float[] wanted = new float[width];
    int at = offset;
    int filled = 0;
    long time = 0;
    for (TimePart part : parts) {
      if (isHour(part)) {
        time = timeOfDay(values[at], values[at + 1]);
      } else {
        System.arraycopy(values, at, wanted, filled, part.width());
        filled += part.width();
      }
      at += part.width();
    }
    into.setNumber(index, days.of(wanted, 0) * DAY + time);
  }

  private static long timeOfDay(double sine, double cosine) {
    double turn = Math.atan2(sine, cosine) / (2 * Math.PI);
    return Math.floorMod(Math.round(turn * DAY), DAY);
  }
}
