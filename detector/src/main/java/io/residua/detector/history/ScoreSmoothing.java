package io.residua.detector.history;

/**
 * The exponentially weighted mean of a key's logarithmic scores (Roberts 1959), as a score again:
 * one strange record among normal ones counts less than several in a row.
 *
 * @param weight of the newest score, above 0 and at most 1; with 1 nothing is smoothed
 */
public record ScoreSmoothing(double weight) {
  /** Scores are at least this before their logarithm is taken. */
  private static final double SMALLEST = 1e-30;

  public ScoreSmoothing {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be in (0, 1], got " + weight);
    }
  }

  /** What a key that has no score yet begins with. */
  public static double begin(double score) {
    return Math.log(Math.max(SMALLEST, score));
  }

  /** The mean with a score in it. */
  public double next(double mean, double score) {
    return mean + weight * (begin(score) - mean);
  }
}
