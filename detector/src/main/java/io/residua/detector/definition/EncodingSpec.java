package io.residua.detector.definition;

/** An encoding of a category or a time, as the definition names it. */
public sealed interface EncodingSpec {

  /** An encoding without settings of its own. */
  enum Simple implements EncodingSpec {
    /** One slot per category seen in training, and one for all others. */
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

    /** Whether the field is read as a time rather than as a category. */
    public boolean isTime() {
      return this != ONE_HOT && this != FREQUENCY;
    }
  }

  /** {@code hash:SLOTS}: the category's hash chooses one of a fixed number of slots. */
  record Hash(int slots) implements EncodingSpec {
    public Hash {
      if (slots < 2 || slots > 4096) {
        throw new IllegalArgumentException("hash needs 2 to 4096 slots, got " + slots);
      }
    }
  }
}
