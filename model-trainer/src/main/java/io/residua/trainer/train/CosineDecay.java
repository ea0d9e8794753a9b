package io.residua.trainer.train;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that falls from its start to 0 along half a cosine (Loshchilov and Hutter, "SGDR:
 * Stochastic Gradient Descent with Warm Restarts", 2017, equation 5, without restarts).
 */
final class CosineDecay implements ISchedule {
  private static final long serialVersionUID = 1L;

  private final double start;
  private final int steps;

  CosineDecay(double start, int steps) {
    this.start = start;
    this.steps = steps;
  }

  @Override
  public double valueAt(int step, int epoch) {
    return start * (1 + Math.cos(Math.PI * Math.min(step, steps) / steps)) / 2;
  }

  @Override
  public ISchedule clone() {
    return new CosineDecay(start, steps);
  }
}
