package io.residua.trainer.train;

import io.residua.trainer.gradient.Parameters;

/**
 * Keeps the weights of the lowest validation loss and says when there is nothing left to win; or,
 * where it is turned off, keeps the last weights.
 */
final class EarlyStopping {
  private final int patience;
  private final boolean on;
  private float[] bestWeights;
  private int bestStep;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int sinceBest;

  /**
   * @param patience validations without improvement after which to stop
   * @param on whether to stop at all
   */
  EarlyStopping(int patience, boolean on) {
    this.patience = patience;
    this.on = on;
  }

  /** Notes a validation, and the weights where they are to be kept. */
  void seen(int step, double loss, Parameters parameters) {
    sinceBest++;
    if (loss < bestLoss || !on) {
      bestStep = step;
      bestLoss = loss;
      bestWeights = parameters.values();
      sinceBest = 0;
    }
  }

  boolean exhausted() {
    return on && sinceBest >= patience;
  }

  float[] bestWeights() {
    return bestWeights;
  }

  int bestStep() {
    return bestStep;
  }

  double bestLoss() {
    return bestLoss;
  }
}
