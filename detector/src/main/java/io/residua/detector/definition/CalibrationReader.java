package io.residua.detector.definition;

import io.residua.detector.calibration.Recalibration;
import java.util.Optional;

/** Reads the section {@code calibration}. */
final class CalibrationReader {
  private final Section calibration;

  CalibrationReader(Section calibration) {
    this.calibration = calibration;
  }

  CalibrationSpec read() {
    return new CalibrationSpec(
        calibration.value("budget").flatMap(BudgetNotation::read).orElse(Defaults.BUDGET),
        calibration.value("recalibrate").map(value -> recalibrate(value.section(Keys.RECALIBRATE))),
        calibration
            .value("smooth")
            .flatMap(value -> value.number(x -> x > 0 && x < 1, "above 0 and below 1")));
  }

  private static RecalibrationSpec recalibrate(Section recalibrate) {
    Optional<Integer> over =
        recalibrate
            .value("over")
            .flatMap(
                value ->
                    value.integer(Recalibration.SMALLEST_MEMORY, Recalibration.LARGEST_MEMORY));
    Optional<Double> atMost =
        recalibrate
            .value("at-most")
            .flatMap(
                value ->
                    value.number(
                        factor -> factor > 1 && factor <= Recalibration.LARGEST_BOUND,
                        "above 1 and at most " + Numbers.write(Recalibration.LARGEST_BOUND)));
    return new RecalibrationSpec(
        over.orElse(Defaults.RECALIBRATION.over()), atMost.orElse(Defaults.RECALIBRATION.atMost()));
  }
}
