package io.residua.trainer.report;

/** Where a share of n independent records lies with a given certainty. */
final class BinomialBand {
  private static final double NORMAL_ENOUGH = 1000;
  private static final double DEVIATIONS = 1.959964;

  private BinomialBand() {}

  /** The 2.5 % quantile of the share of n records when each counts with probability p. */
  static double lower(int n, double p) {
    return n * p * (1 - p) > NORMAL_ENOUGH
        ? p - DEVIATIONS * Math.sqrt(p * (1 - p) / n)
        : quantile(n, p, 0.025);
  }

  /** The 97.5 % quantile of the share of n records when each counts with probability p. */
  static double upper(int n, double p) {
    return n * p * (1 - p) > NORMAL_ENOUGH
        ? p + DEVIATIONS * Math.sqrt(p * (1 - p) / n)
        : quantile(n, p, 0.975);
  }

  /** Adds the probabilities up from 0, each from the one before, in logarithms. */
  private static double quantile(int n, double p, double level) {
    if (p >= 1) {
      return 1;
    }
    double odds = Math.log(p) - Math.log1p(-p);
    double logProbability = n * Math.log1p(-p);
    double sum = Math.exp(logProbability);
    int count = 0;
    while (sum < level && count < n) {
      logProbability += odds + Math.log((double) (n - count) / (count + 1));
      count++;
      sum += Math.exp(logProbability);
    }
    return (double) count / n;
  }
}
