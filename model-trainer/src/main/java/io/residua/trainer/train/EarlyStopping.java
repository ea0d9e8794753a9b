package io.residua.trainer.train;

/** Keeps the weights of the lowest validation loss and says when there is nothing left to win. */
final class EarlyStopping {
  private final int patience;
  private float[] bestWeights;
  private int bestStep;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int sinceBest;

  /**
   * @param patience validations without improvement after which to stop
   */
  EarlyStopping(int patience) {
    this.patience = patience;
  }

  /** Notes a validation, and the weights where it is the best so far. */
  void seen(int step, double loss, TrainableNetwork network) {
    sinceBest++;
    if (loss < bestLoss) {
      bestStep = step;
      bestLoss = loss;
      bestWeights = network.weights();
      sinceBest = 0;
    }
  }

  boolean exhausted() {
    return sinceBest >= patience;
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
