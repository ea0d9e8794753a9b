package io.residua.detector.definition;

import java.util.Objects;

/** An encoding of a category or a time, as the definition names it. */
public sealed interface EncodingSpec {

  /** Whether the field is read as a time rather than as a category. */
  boolean isTime();

  /** An encoding without settings of its own. */
  enum Simple implements EncodingSpec {
    /** One slot per category seen in training (the 100 most frequent), and one for all others. */
    ONE_HOT,
    /** The logarithm of the category's share in training; unseen ones have their own value. */
    FREQUENCY,
    /** Hour of the day (UTC) as sine and cosine. */
    HOUR_OF_DAY,
    /** Day of the week (UTC) as sine and cosine. */
    DAY_OF_WEEK,
    /** Day of the month (UTC) as sine and cosine. */
    DAY_OF_MONTH,
    /** Month of the year (UTC) as sine and cosine. */
    MONTH_OF_YEAR;

    @Override
    public boolean isTime() {
      return this != ONE_HOT && this != FREQUENCY;
    }
  }

  /** {@code holiday}: 1 on a holiday (UTC), else 0. */
  record Holiday(HolidayCalendar calendar) implements EncodingSpec {
    public Holiday {
      Objects.requireNonNull(calendar, "calendar");
    }

    @Override
    public boolean isTime() {
      return true;
    }
  }

  /** {@code hash:SLOTS}: the category's hash chooses one of a fixed number of slots. */
  record Hash(int slots) implements EncodingSpec {
    public static final int LEAST = 2;
    public static final int MOST = 4096;

    public Hash {
      if (slots < LEAST || slots > MOST) {
        throw new IllegalArgumentException(
            "hash needs %d to %d slots, got %d".formatted(LEAST, MOST, slots));
      }
    }

    @Override
    public boolean isTime() {
      return false;
    }
  }
}
