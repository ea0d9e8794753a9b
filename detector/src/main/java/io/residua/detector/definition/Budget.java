package io.residua.detector.definition;

import io.residua.detector.calibration.FalseDiscoveryControl;

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
   * {@code fdr Q over N}: of the alerts of N records in a row, the share Q may be normal records.
   *
   * @param rate in (0, 1)
   * @param records a window of one task
   */
  record FalseDiscovery(double rate, int records) implements Budget {
    public FalseDiscovery {
      if (!(rate > 0 && rate < 1)) {
        throw new IllegalArgumentException("a rate must be between 0 and 1, got " + rate);
      }
      if (records < FalseDiscoveryControl.SMALLEST_WINDOW
          || records > FalseDiscoveryControl.LARGEST_WINDOW) {
        throw new IllegalArgumentException("a window cannot have so many records: " + records);
      }
    }
  }

  /**
   * The share of normal records that may alert, in (0, 1); of a false discovery rate, where nothing
   * is strange: a record's p-value that is no larger alerts whatever the others are.
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
    if (this instanceof FalseDiscovery discovery) {
      return discovery.rate() / discovery.records();
    }
    if (!(recordsPerDay > 0)) {
      throw new IllegalArgumentException(
          "a budget per day needs the records per day; expected a time field in the training data");
    }
    return Math.min(0.5, ((PerDay) this).alerts() / recordsPerDay);
  }

  /**
   * The largest p-value with which a record may be an anomaly; of a false discovery rate, among
   * many others.
   *
   * @param recordsPerDay as for {@link #significance}
   */
  default double largestPValue(double recordsPerDay) {
    return this instanceof FalseDiscovery discovery
        ? discovery.rate()
        : significance(recordsPerDay);
  }
}
