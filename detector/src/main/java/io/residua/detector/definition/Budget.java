package io.residua.detector.definition;

/**
 * How often a normal record may alert: the promise that turns a p-value into a verdict. A record is
 * an anomaly when its p-value is at most the budget's significance.
 */
public sealed interface Budget {

  /** {@code 1 in N}. */
  record OneIn(double records) implements Budget {
    public OneIn {
      if (!(records > 1) || Double.isInfinite(records)) {
        throw new IllegalArgumentException("1 in N needs N > 1, got " + records);
      }
    }
  }

  /** {@code N per day}, over all keys together. */
  record PerDay(double alerts) implements Budget {
    public PerDay {
      if (!(alerts > 0) || Double.isInfinite(alerts)) {
        throw new IllegalArgumentException("N per day needs N > 0, got " + alerts);
      }
    }
  }

  /** {@code quantile q}: above the q-quantile of normal scores. */
  record Quantile(double quantile) implements Budget {
    public Quantile {
      if (!(quantile > 0 && quantile < 1)) {
        throw new IllegalArgumentException("quantile must be between 0 and 1, got " + quantile);
      }
    }
  }

  /**
   * The share of normal records that may alert, in (0, 1).
   *
   * @param recordsPerDay the training data's traffic; used by {@link PerDay} only
   * @throws IllegalArgumentException when the budget is per day and the traffic is not known
   */
  default double significance(double recordsPerDay) {
    if (this instanceof OneIn oneIn) {
      return 1 / oneIn.records();
    }
    if (this instanceof Quantile quantile) {
      return 1 - quantile.quantile();
    }
    if (!(recordsPerDay > 0)) {
      throw new IllegalArgumentException(
          "a budget per day needs the records per day; expected a time field in the training data");
    }
    return Math.min(0.5, ((PerDay) this).alerts() / recordsPerDay);
  }
}
