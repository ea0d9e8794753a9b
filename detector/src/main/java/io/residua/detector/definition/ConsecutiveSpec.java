package io.residua.detector.definition;

/**
 * How many anomalies open an event: so many among the last records of a key, the one at hand
 * included, in the order in which they arrive.
 *
 * @param anomalies 1 or more
 * @param records at least as many, and at most {@value #MOST_RECORDS}
 */
public record ConsecutiveSpec(int anomalies, int records) {
  /** A key's last records are kept as the bits of one number. */
  public static final int MOST_RECORDS = 64;

  public ConsecutiveSpec {
    if (anomalies < 1 || records < anomalies || records > MOST_RECORDS) {
      throw new IllegalArgumentException(
          "expected 1 <= anomalies <= records <= %d, got %d of %d"
              .formatted(MOST_RECORDS, anomalies, records));
    }
  }
}
