package io.residua.detector.calibration;

import java.util.Objects;
import java.util.Optional;

/**
 * From a score to a p-value: the share of normal records that score at least as high. The held-out
 * normal scores give the body, a generalised Pareto tail gives what lies beyond its threshold,
 * where there were scores enough to fit one. Immutable and shared between threads. Made by {@link
 * CalibrationFitter}.
 */
public final class Calibration {
  /** No p-value is smaller: beyond it nothing was measured. */
  public static final double SMALLEST_P_VALUE = 1e-12;

  private final NormalScores body;
  private final Optional<GeneralisedParetoTail> tail;
  private final double recordsPerDay;

  /**
   * @param body the held-out normal scores
   * @param tail the fitted tail
   * @param recordsPerDay traffic of the training data, above 0, or NaN where it carried no time
   * @throws IllegalArgumentException when the records per day are 0, less or infinite, or the tail
   *     claims more than the body has above the tail's threshold
   */
  public Calibration(
      NormalScores body, Optional<GeneralisedParetoTail> tail, double recordsPerDay) {
    this.body = Objects.requireNonNull(body, "body");
    this.tail = Objects.requireNonNull(tail, "tail");
    this.recordsPerDay = recordsPerDay;
    if (recordsPerDay <= 0 || Double.isInfinite(recordsPerDay)) {
      throw new IllegalArgumentException(
          "records per day must be above 0 or unknown, got " + recordsPerDay);
    }
    tail.ifPresent(this::requireFalling);
  }

  private void requireFalling(GeneralisedParetoTail fitted) {
    double atThreshold = body.pValue(fitted.threshold());
    if (fitted.share() > atThreshold) {
      throw new IllegalArgumentException(
          "the tail's share must be at most the body's p-value at its threshold, %s, got %s"
              .formatted(atThreshold, fitted.share()));
    }
  }

  public NormalScores body() {
    return body;
  }

  public Optional<GeneralisedParetoTail> tail() {
    return tail;
  }

  /** Traffic of the training data; NaN where it carried no time. */
  public double recordsPerDay() {
    return recordsPerDay;
  }

  /**
   * @param score finite
   * @return from {@link #SMALLEST_P_VALUE} to 1, never rising with the score
   */
  public double pValue(double score) {
    if (tail.isPresent() && score > tail.get().threshold()) {
      return Math.max(SMALLEST_P_VALUE, tail.get().exceedance(score));
    }
    return body.pValue(score);
  }

  /**
   * The smallest score whose p-value is at most the given significance; positive infinity where no
   * p-value is that small.
   *
   * @param significance in (0, 1)
   */
  public double scoreAt(double significance) {
    if (tail.isEmpty() || significance >= body.pValue(tail.get().threshold())) {
      return body.scoreAt(significance);
    }
    if (significance < SMALLEST_P_VALUE) {
      return Double.POSITIVE_INFINITY;
    }
    double threshold = Math.nextUp(tail.get().threshold());
    return pValue(threshold) <= significance ? threshold : inTail(significance);
  }

  /** The tail's inverse, moved up by the few units in the last place that rounding took away. */
  private double inTail(double significance) {
    double score = tail.orElseThrow().scoreAt(significance);
    double step = Math.ulp(score);
    while (pValue(score) > significance) {
      score += step;
      step *= 2;
    }
    return score;
  }

  /** How well the held-out scores carry a significance. */
  public Support support(double significance) {
    if (scoreAt(significance) == Double.POSITIVE_INFINITY) {
      return Support.UNREACHABLE;
    }
    return significance * (1 + body.count()) >= 1 ? Support.MEASURED : Support.EXTRAPOLATED;
  }

  /** What to tell a person who asked for a significance that was not measured; else empty. */
  public Optional<String> caution(double significance) {
    String found =
        "%d held-out normal records measure false alarms down to 1 in %d"
            .formatted(body.count(), body.count() + 1);
    String asked = "the budget asks for 1 in %d".formatted(Math.round(1 / significance));
    return switch (support(significance)) {
      case MEASURED -> Optional.empty();
      case EXTRAPOLATED ->
          Optional.of(found + ", " + asked + ": the threshold is extrapolated by the fitted tail");
      case UNREACHABLE ->
          Optional.of(found + ", " + asked + ": no record will be an anomaly; use more data");
    };
  }
}
