package io.residua.detector.calibration;

import java.util.Arrays;

/**
 * Held-out normal scores, of which many are told by few: the p-value of a score is the conformal
 * {@code (1 + #{held out ≥ score}) / (1 + n)} (Vovk, Gammerman and Shafer, "Algorithmic Learning in
 * a Random World", 2005).
 *
 * <p>Up to 10,000 scores are kept as they are. Of more, only some are kept, denser towards the top,
 * each with how many held-out scores lie above the kept one below it. A p-value is then never too
 * small, and too large by at most 1e-4 and by at most a thousandth of itself. Immutable.
 */
public final class NormalScores {
  private static final int SPACINGS = 10_000;
  private static final int RELATIVE_SPACINGS = 1024;

  private final double[] values;
  private final long[] above;

  /**
   * @param values kept scores, strictly ascending, finite, at least one
   * @param above for each, how many held-out scores are above the kept one before it: for the first
   *     one all of them, then strictly descending, at least 1
   * @throws IllegalArgumentException when they are anything else
   */
  public NormalScores(double[] values, long[] above) {
    if (values.length == 0 || values.length != above.length) {
      throw new IllegalArgumentException(
          "calibration needs at least one normal score and one count for each, got %d and %d"
              .formatted(values.length, above.length));
    }
    this.values = values.clone();
    this.above = above.clone();
    for (int i = 0; i < values.length; i++) {
      requireOrdered(i);
    }
  }

  private void requireOrdered(int i) {
    if (!Double.isFinite(values[i]) || (i > 0 && values[i] <= values[i - 1])) {
      throw new IllegalArgumentException(
          "normal scores must be finite and ascending; number " + i + " is " + values[i]);
    }
    if (above[i] < 1 || (i > 0 && above[i] >= above[i - 1])) {
      throw new IllegalArgumentException(
          "counts of normal scores must be at least 1 and descending; number %d is %d"
              .formatted(i, above[i]));
    }
  }

  /**
   * @param ascending all held-out scores, at least one
   */
  static NormalScores of(double[] ascending) {
    int n = ascending.length;
    double[] values = new double[n];
    long[] above = new long[n];
    int kept = n;
    int last = 0;
    for (int i = n - 1; i >= 0; i--) {
      boolean lowestOfItsValue = i == 0 || ascending[i - 1] < ascending[i];
      int atLeast = n - i;
      if (lowestOfItsValue && (i == 0 || last == 0 || atLeast - last >= spacing(atLeast, n))) {
        kept--;
        values[kept] = ascending[i];
        last = atLeast;
      }
    }
    fillCounts(ascending, values, above, kept);
    return new NormalScores(
        Arrays.copyOfRange(values, kept, n), Arrays.copyOfRange(above, kept, n));
  }

  private static int spacing(int atLeast, int n) {
    return Math.max(1, Math.min(atLeast / RELATIVE_SPACINGS, n / SPACINGS));
  }

  private static void fillCounts(double[] ascending, double[] values, long[] above, int first) {
    int notAbove = 0;
    for (int i = first; i < values.length; i++) {
      above[i] = ascending.length - notAbove;
      while (notAbove < ascending.length && ascending[notAbove] <= values[i]) {
        notAbove++;
      }
    }
  }

  /** How many held-out scores there were. */
  public long count() {
    return above[0];
  }

  /** A copy of the kept scores, strictly ascending. */
  public double[] values() {
    return values.clone();
  }

  /** A copy of the counts: for each kept score, how many are above the kept one before it. */
  public long[] above() {
    return above.clone();
  }

  /** The largest held-out score. */
  public double largest() {
    return values[values.length - 1];
  }

  /**
   * @return in (0, 1], never rising with the score
   */
  double pValue(double score) {
    int found = Arrays.binarySearch(values, score);
    return share(found >= 0 ? found : -found - 1);
  }

  /** The smallest score with at most this p-value; positive infinity where there is none. */
  double scoreAt(double significance) {
    if (share(0) <= significance) {
      return 0;
    }
    if (share(values.length) > significance) {
      return Double.POSITIVE_INFINITY;
    }
    int low = 0;
    int high = values.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (share(middle) <= significance) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.nextUp(values[high - 1]);
  }

  private double share(int index) {
    long atLeast = index == values.length ? 0 : above[index];
    return (1.0 + atLeast) / (1.0 + count());
  }
}
