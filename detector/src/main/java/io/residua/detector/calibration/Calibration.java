package io.residua.detector.calibration;

import java.util.Arrays;
import java.util.Optional;

/**
 * From a score to a p-value: the share of normal records that score at least as high. The held-out
 * normal scores give the body (conformal: {@code (1 + #{held out ≥ score}) / (1 + n)}), a
 * generalised Pareto tail gives what lies beyond them, where there were scores enough to fit one.
 * Immutable and shared between threads. Made by {@link CalibrationFitter}.
 */
public final class Calibration {
  /** No p-value is smaller: beyond it nothing was measured. */
  public static final double SMALLEST_P_VALUE = 1e-12;

  private final double[] body;
  private final Optional<GeneralisedParetoTail> tail;
  private final double recordsPerDay;

  /**
   * @param body held-out normal scores in ascending order, at least one
   * @param tail the fitted tail
   * @param recordsPerDay traffic of the training data, or NaN where it carried no time
   * @throws IllegalArgumentException when the body is empty, not finite or not ascending
   */
  public Calibration(double[] body, Optional<GeneralisedParetoTail> tail, double recordsPerDay) {
    if (body.length == 0) {
      throw new IllegalArgumentException("calibration needs at least one normal score");
    }
    for (int i = 0; i < body.length; i++) {
      if (!Double.isFinite(body[i]) || (i > 0 && body[i] < body[i - 1])) {
        throw new IllegalArgumentException(
            "normal scores must be finite and ascending; number " + i + " is " + body[i]);
      }
    }
    this.body = body.clone();
    this.tail = tail;
    this.recordsPerDay = recordsPerDay;
  }

  public double[] body() {
    return body.clone();
  }

  public Optional<GeneralisedParetoTail> tail() {
    return tail;
  }

  public double recordsPerDay() {
    return recordsPerDay;
  }

  /**
   * @param score finite
   * @return in (0, 1], falling with the score
   */
  public double pValue(double score) {
    if (tail.isPresent() && score > tail.get().threshold()) {
      return Math.max(SMALLEST_P_VALUE, tail.get().exceedance(score));
    }
    return (1.0 + body.length - firstAtLeast(score)) / (1.0 + body.length);
  }

  /**
   * The smallest score whose p-value is at most the given significance, as near as the calibration
   * knows; positive infinity where it was never seen and no tail reaches it.
   */
  public double scoreAt(double significance) {
    if (tail.isPresent() && significance <= tail.get().share()) {
      return tail.get().scoreAt(significance);
    }
    int allowed = (int) Math.floor(significance * (1 + body.length)) - 1;
    if (allowed < 0) {
      return Double.POSITIVE_INFINITY;
    }
    int index = body.length - 1 - allowed;
    return index < 0 ? 0 : Math.nextUp(body[index]);
  }

  private int firstAtLeast(double score) {
    int found = Arrays.binarySearch(body, score);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && body[found - 1] == score) {
      found--;
    }
    return found;
  }
}
