package io.residua.detector.calibration;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fits a {@link Calibration} to the scores of normal records that the model was not trained on.
 * Deterministic.
 *
 * <p>The tail is fitted to what lies beyond the 0.98-quantile, or a lower one where that leaves
 * fewer than 30 scores, but never below the 0.9-quantile. With fewer than 20 scores beyond, as
 * always below 200 scores, there is no tail: the smallest p-value is then 1 / (1 + n).
 *
 * <p>It is used only where the held-out scores say too little: it begins at the score that {@value
 * #LEFT_TO_THE_TAIL} of them exceed. Scores of real networks seldom follow one Pareto tail from the
 * 0.98-quantile on, and a p-value that can be counted should not be guessed. Excesses over the
 * later beginning u' have the same shape and the scale σ + ξ (u' − u) (Coles, "An Introduction to
 * Statistical Modeling of Extreme Values", 2001, section 4.2.2).
 */
public final class CalibrationFitter {
  private static final double TAIL_SHARE = 0.02;
  private static final double LARGEST_TAIL_SHARE = 0.1;
  private static final int WANTED_EXCESSES = 30;
  private static final int FEWEST_EXCESSES = 20;
  private static final int LEFT_TO_THE_TAIL = 5;

  private CalibrationFitter() {}

  /**
   * Fits a calibration.
   *
   * @param heldOutNormalScores in any order, at least one, finite; only read
   * @param recordsPerDay traffic of the training data, or NaN where it carried no time
   * @throws IllegalArgumentException when there is no score or one is not finite
   */
  public static Calibration fit(double[] heldOutNormalScores, double recordsPerDay) {
    double[] ascending = heldOutNormalScores.clone();
    Arrays.sort(ascending);
    requireFinite(ascending);
    return new Calibration(NormalScores.of(ascending), tail(ascending), recordsPerDay);
  }

  private static void requireFinite(double[] ascending) {
    if (ascending.length == 0) {
      throw new IllegalArgumentException("calibration needs at least one normal score, got none");
    }
    double last = ascending[ascending.length - 1];
    if (!Double.isFinite(ascending[0]) || !Double.isFinite(last)) {
      throw new IllegalArgumentException(
          "normal scores must be finite, got " + (Double.isFinite(last) ? ascending[0] : last));
    }
  }

  private static Optional<GeneralisedParetoTail> tail(double[] ascending) {
    int n = ascending.length;
    int most = (int) (LARGEST_TAIL_SHARE * n);
    int wanted = Math.min(most, Math.max(WANTED_EXCESSES, (int) (TAIL_SHARE * n)));
    if (wanted < FEWEST_EXCESSES) {
      return Optional.empty();
    }
    int first = firstExcess(ascending, n - wanted);
    if (n - first > most || n - first < FEWEST_EXCESSES) {
      return Optional.empty();
    }
    return fitted(ascending, first);
  }

  /**
   * The first score that is strictly above the one before it, from where the tail should begin or,
   * where ties leave too few, from before the ties.
   */
  private static int firstExcess(double[] ascending, int wanted) {
    int first = wanted;
    while (first < ascending.length && ascending[first] == ascending[first - 1]) {
      first++;
    }
    if (ascending.length - first >= FEWEST_EXCESSES) {
      return first;
    }
    first = wanted;
    while (first > 1 && ascending[first] == ascending[first - 1]) {
      first--;
    }
    return first;
  }

  private static Optional<GeneralisedParetoTail> fitted(double[] ascending, int first) {
    double threshold = ascending[first - 1];
    double[] excesses = Arrays.copyOfRange(ascending, first, ascending.length);
    for (int i = 0; i < excesses.length; i++) {
      excesses[i] -= threshold;
    }
    GeneralisedParetoFit fit = new GeneralisedParetoFit(excesses);
    double shape = fit.shape();
    double begin = ascending[ascending.length - 1 - LEFT_TO_THE_TAIL];
    double scale = fit.scale(shape) + shape * (begin - threshold);
    if (!Double.isFinite(shape) || !(scale > 0) || !Double.isFinite(scale)) {
      return Optional.empty();
    }
    double share = (1.0 + countAbove(begin, ascending)) / (1.0 + ascending.length);
    return Optional.of(new GeneralisedParetoTail(begin, shape, scale, share));
  }

  private static int countAbove(double score, double[] ascending) {
    int count = 0;
    while (ascending[ascending.length - 1 - count] > score) {
      count++;
    }
    return count;
  }
}
