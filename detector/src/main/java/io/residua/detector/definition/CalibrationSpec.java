package io.residua.detector.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * From a score to a verdict.
 *
 * @param budget how often a normal record may alert
 * @param recalibrate how p-values follow a drift of normal scores; empty where they do not
 * @param smooth weight of the newest score in the mean of a key's scores, above 0 and below 1;
 *     empty where a score stands for itself
 */
public record CalibrationSpec(
    Budget budget, Optional<RecalibrationSpec> recalibrate, Optional<Double> smooth) {
  public CalibrationSpec {
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(recalibrate, "recalibrate");
    Objects.requireNonNull(smooth, "smooth");
  }

  /** A budget and nothing else. */
  public static CalibrationSpec of(Budget budget) {
    return new CalibrationSpec(budget, Optional.empty(), Optional.empty());
  }

  /** The budget's {@link Budget#significance}. */
  public double significance(double recordsPerDay) {
    return budget.significance(recordsPerDay);
  }
}
