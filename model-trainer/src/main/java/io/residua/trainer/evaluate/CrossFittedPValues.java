package io.residua.trainer.evaluate;

import io.residua.detector.calibration.Calibration;
import io.residua.detector.calibration.CalibrationFitter;
import java.util.Arrays;

/**
 * P-values of normal records that their calibration did not see, out of the very scores that the
 * calibration is fitted on: the scores are cut into folds, and each fold gets its p-values from a
 * calibration of the others (Vovk, "Cross-conformal predictors", 2015). A calibration asked about
 * its own scores would praise itself.
 *
 * <p>Folds are runs of neighbours, so that scores in order of time also show a drift.
 */
public final class CrossFittedPValues {
  private CrossFittedPValues() {}

  /**
   * @param scores of held-out normal records, finite; only read
   * @param folds 2 or more; fewer are used where there are fewer scores
   * @return one p-value per score, in (0, 1]; empty for fewer than two scores
   * @throws IllegalArgumentException when there are fewer than 2 folds or a score is not finite
   */
  public static double[] of(double[] scores, int folds) {
    if (folds < 2) {
      throw new IllegalArgumentException("expected 2 folds or more, got " + folds);
    }
    if (scores.length < 2) {
      return new double[0];
    }
    int used = Math.min(folds, scores.length);
    double[] pValues = new double[scores.length];
    for (int fold = 0; fold < used; fold++) {
      int from = (int) ((long) scores.length * fold / used);
      int to = (int) ((long) scores.length * (fold + 1) / used);
      Calibration others = CalibrationFitter.fit(without(scores, from, to), Double.NaN);
      for (int row = from; row < to; row++) {
        pValues[row] = others.pValue(scores[row]);
      }
    }
    return pValues;
  }

  private static double[] without(double[] scores, int from, int to) {
    double[] others = Arrays.copyOf(scores, scores.length - (to - from));
    System.arraycopy(scores, to, others, from, scores.length - to);
    return others;
  }
}
