package io.residua.detector.event;

/**
 * ISO 8601 text into milliseconds since 1970 UTC, without allocation: {@code yyyy-MM-dd}, alone or
 * followed by {@code T} or a space, {@code HH:mm}, {@code :ss}, a fraction of up to nine digits
 * (rounded down to milliseconds), and {@code Z} or an offset ({@code +HH}, {@code +HHmm}, {@code
 * +HH:mm}). Without a zone the time is UTC; a date alone is its midnight. Not thread-safe.
 */
final class IsoTime {
  private static final long DAY = 86_400_000L;
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int BROKEN = -1;

  private String text;
  private int at;

  /** The time, or {@link Event#NO_TIME} when the text is no such time. */
  long parse(String text) {
    this.text = text;
    this.at = 0;
    long day = date();
    if (day == Event.NO_TIME) {
      return Event.NO_TIME;
    }
    if (at == text.length()) {
      return day * DAY;
    }
    if (!accept('T') && !accept('t') && !accept(' ')) {
      return Event.NO_TIME;
    }
    long clock = clock();
    long offset = offset();
    boolean whole = clock != BROKEN && offset != Event.NO_TIME && at == text.length();
    return whole ? day * DAY + clock - offset : Event.NO_TIME;
  }

  private long date() {
    int year = digits(4);
    boolean separated = accept('-');
    int month = digits(2);
    separated &= accept('-');
    int day = digits(2);
    if (!separated || year == BROKEN || month < 1 || month > 12 || day < 1) {
      return Event.NO_TIME;
    }
    return day > length(year, month) ? Event.NO_TIME : epochDay(year, month, day);
  }

  private long clock() {
    int hour = digits(2);
    boolean separated = accept(':');
    int minute = digits(2);
    if (!separated || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return BROKEN;
    }
    int second = accept(':') ? digits(2) : 0;
    if (second < 0 || second > 59) {
      return BROKEN;
    }
    int fraction = accept('.') || accept(',') ? fraction() : 0;
    return fraction == BROKEN ? BROKEN : ((hour * 60L + minute) * 60 + second) * 1000 + fraction;
  }

  private int fraction() {
    int start = at;
    int millis = 0;
    for (int digit = digits(1); digit != BROKEN; digit = digits(1)) {
      if (at - start <= 3) {
        millis = millis * 10 + digit;
      }
    }
    int count = at - start;
    if (count == 0 || count > 9) {
      return BROKEN;
    }
    return count == 1 ? millis * 100 : count == 2 ? millis * 10 : millis;
  }

  private long offset() {
    if (at == text.length() || accept('Z') || accept('z')) {
      return 0;
    }
    int sign = accept('+') ? 1 : accept('-') ? -1 : 0;
    int hours = digits(2);
    boolean colon = accept(':');
    int minutes = colon || at < text.length() ? digits(2) : 0;
    if (sign == 0 || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Event.NO_TIME;
    }
    return sign * (hours * 60L + minutes) * 60_000;
  }

  private boolean accept(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private int digits(int count) {
    if (at + count > text.length()) {
      return BROKEN;
    }
    int value = 0;
    for (int i = 0; i < count; i++) {
      int digit = text.charAt(at + i) - '0';
      if (digit < 0 || digit > 9) {
        return BROKEN;
      }
      value = value * 10 + digit;
    }
    at += count;
    return value;
  }

  private static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int length(int year, int month) {
    if (month == 2) {
      return leap(year) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private static long epochDay(int year, int month, int day) {
    int before = year - 1;
    long days = before * 365L + before / 4 - before / 100 + before / 400;
    if (year == 0) {
      days = -366;
    }
    int leapDay = month > 2 && leap(year) ? 1 : 0;
    return days + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1 - 719_162;
  }
}
