package io.residua.detector.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Where the value of one path goes in an {@link Event}, and how: the one place that holds the
 * conversion rules, for Avro, JSON and rows alike. The rules stand in this package's description.
 * Each method returns null, or why the value cannot be read. Not thread-safe.
 */
final class FieldTarget {
  /** A number of more digits than this is not read. */
  static final int MOST_DIGITS = 400;

  private static final long MILLIS_PER_DAY = 86_400_000L;

  private static final long MOST_SECONDS = 9_000_000_000_000_000L;

  private final String path;
  private final int numberField;
  private final int textField;
  private final int timeField;
  private final boolean isKey;
  private final boolean isEventTime;
  private final IsoTime iso = new IsoTime();

  FieldTarget(EventLayout layout, String path) {
    this.path = path;
    this.numberField = layout.indexOf(path, FieldKind.NUMBER);
    this.textField = layout.indexOf(path, FieldKind.TEXT);
    this.timeField = layout.indexOf(path, FieldKind.TIME);
    this.isKey = layout.keyPath().filter(path::equals).isPresent();
    this.isEventTime = layout.timePath().filter(path::equals).isPresent();
  }

  Rejection bool(boolean value, Event into) {
    if (dates()) {
      return wrong("a point in time", "the boolean " + value);
    }
    putNumber(value ? 1 : 0, into);
    if (spells()) {
      putText(Boolean.toString(value), into);
    }
    return null;
  }

  Rejection integer(long value, Event into) {
    if (dates() && !putTime(PointInTime.ofNumber(value), into)) {
      return wrongTime(value);
    }
    putNumber(value, into);
    if (spells()) {
      putText(NumberSpelling.of(value), into);
    }
    return null;
  }

  Rejection integer(BigInteger value, Event into) {
    if (value.bitLength() < Long.SIZE) {
      return integer(value.longValue(), into);
    }
    if (dates()) {
      return wrongTime(value.doubleValue());
    }
    putNumber(value.doubleValue(), into);
    if (spells()) {
      putText(NumberSpelling.of(value), into);
    }
    return null;
  }

  Rejection number(double value, Event into) {
    return number(
        value, spells() && Double.isFinite(value) ? NumberSpelling.of(value) : null, into);
  }

  Rejection number(float value, Event into) {
    return number(value, spells() && Float.isFinite(value) ? NumberSpelling.of(value) : null, into);
  }

  Rejection number(BigDecimal value, Event into) {
    return number(value.doubleValue(), spells() ? NumberSpelling.of(value) : null, into);
  }

  private Rejection number(double value, String spelling, Event into) {
    if (!Double.isFinite(value)) {
      return null;
    }
    if (dates() && !putTime(PointInTime.ofNumber(value), into)) {
      return wrongTime(value);
    }
    putNumber(value, into);
    putText(spelling, into);
    return null;
  }

  Rejection text(String value, Event into) {
    if (numberField >= 0) {
      return wrong("a number", "the text " + Quote.of(value));
    }
    if (dates() && !putTime(iso.parse(value), into)) {
      return wrong("a point in time (epoch or ISO 8601)", "the text " + Quote.of(value));
    }
    putText(value, into);
    return null;
  }

  Rejection instant(long epochMillis, Event into) {
    putNumber(epochMillis, into);
    putTime(epochMillis, into);
    if (spells()) {
      putText(Instant.ofEpochMilli(epochMillis).toString(), into);
    }
    return null;
  }

  Rejection instant(Instant value, Event into) {
    return Math.abs(value.getEpochSecond()) > MOST_SECONDS
        ? wrong("a point in time", value + ", which is out of range")
        : instant(value.toEpochMilli(), into);
  }

  Rejection date(long epochDay, Event into) {
    if (Math.abs(epochDay) > MOST_SECONDS / 86_400) {
      return wrong("a date", "day %d since 1970, which is out of range".formatted(epochDay));
    }
    putNumber(epochDay * MILLIS_PER_DAY, into);
    putTime(epochDay * MILLIS_PER_DAY, into);
    if (spells()) {
      putText(LocalDate.ofEpochDay(epochDay).toString(), into);
    }
    return null;
  }

  Rejection timeOfDay(long micros, Event into) {
    if (dates() || micros < 0 || micros >= MILLIS_PER_DAY * 1000) {
      return wrong(
          dates() ? "a point in time" : "a time of day below 24 h",
          "a time of day of %d µs".formatted(micros));
    }
    putNumber(Math.floorDiv(micros, 1000L), into);
    if (spells()) {
      putText(LocalTime.ofNanoOfDay(micros * 1000).toString(), into);
    }
    return null;
  }

  /** The rejection of a value whose type no kind accepts, as in {@code an array}. */
  Rejection wrongType(String found) {
    String expected =
        numberField >= 0 ? "a number" : dates() ? "a point in time" : "text or a number";
    return wrong(expected, found);
  }

  private boolean dates() {
    return isEventTime || timeField >= 0;
  }

  private boolean spells() {
    return isKey || textField >= 0;
  }

  private void putNumber(double value, Event into) {
    if (numberField >= 0) {
      into.setNumber(numberField, value);
    }
  }

  private void putText(String value, Event into) {
    if (textField >= 0) {
      into.setText(textField, value);
    }
    if (isKey) {
      into.setKey(value);
    }
  }

  private boolean putTime(long epochMillis, Event into) {
    if (epochMillis == Event.NO_TIME) {
      return false;
    }
    if (timeField >= 0) {
      into.setNumber(timeField, epochMillis);
    }
    if (isEventTime) {
      into.setTime(epochMillis);
    }
    return true;
  }

  private Rejection wrongTime(double value) {
    return wrong(
        "a point in time in milliseconds or microseconds since 1970",
        "%s, %s".formatted(NumberSpelling.of(value), PointInTime.complaint(value)));
  }

  private Rejection wrong(String expected, String found) {
    return new Rejection(
        RejectReason.WRONG_TYPE,
        "field %s: expected %s, found %s".formatted(path, expected, found));
  }
}
