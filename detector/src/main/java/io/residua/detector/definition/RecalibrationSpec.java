package io.residua.detector.definition;

import io.residua.detector.calibration.Recalibration;

/**
 * How p-values follow a drift of normal scores; {@link Recalibration} says by what.
 *
 * @param over how many records of a task it remembers
 * @param atMost the largest factor between a p-value and the adjusted one
 */
public record RecalibrationSpec(int over, double atMost) {
  public RecalibrationSpec {
    if (over < Recalibration.SMALLEST_MEMORY || over > Recalibration.LARGEST_MEMORY) {
      throw new IllegalArgumentException("recalibration over so many records: " + over);
    }
    if (!(atMost > 1 && atMost <= Recalibration.LARGEST_BOUND)) {
      throw new IllegalArgumentException("recalibration by at most a factor of " + atMost);
    }
  }
}
