package io.residua.detector.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * From a score to a verdict.
 *
 * @param budget how often a normal record may alert
 * @param recalibrate how p-values follow a drift of normal scores; empty where they do not
 */
public record CalibrationSpec(Budget budget, Optional<RecalibrationSpec> recalibrate) {
  public CalibrationSpec {
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(recalibrate, "recalibrate");
  }

  /** A budget and nothing else. */
  public static CalibrationSpec of(Budget budget) {
    return new CalibrationSpec(budget, Optional.empty());
  }

  /** The budget's {@link Budget#significance}. */
  public double significance(double recordsPerDay) {
    return budget.significance(recordsPerDay);
  }
}
