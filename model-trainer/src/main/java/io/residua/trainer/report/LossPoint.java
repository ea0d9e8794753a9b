package io.residua.trainer.report;

/**
 * The losses after a number of training steps.
 *
 * @param step 0 or more
 * @param training mean loss on training rows; NaN where it was not measured
 * @param validation mean loss on held-out rows; NaN where it was not measured
 */
public record LossPoint(long step, double training, double validation) {
  public LossPoint {
    if (step < 0) {
      throw new IllegalArgumentException("expected a step of 0 or more, got " + step);
    }
  }
}
