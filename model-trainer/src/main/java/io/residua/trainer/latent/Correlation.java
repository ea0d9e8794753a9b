package io.residua.trainer.latent;

/** Pearson's correlation of pairs, added up in one pass (Welford's update). Not thread-safe. */
final class Correlation {
  private long count;
  private double meanX;
  private double meanY;
  private double squaresX;
  private double squaresY;
  private double products;

  void add(double x, double y) {
    count++;
    double fromX = x - meanX;
    double fromY = y - meanY;
    meanX += fromX / count;
    meanY += fromY / count;
    squaresX += fromX * (x - meanX);
    squaresY += fromY * (y - meanY);
    products += fromX * (y - meanY);
  }

  /** The squared correlation, 0 to 1; 0 where one of the two does not vary. */
  double squared() {
    return squaresX > 0 && squaresY > 0 ? products / squaresX * (products / squaresY) : 0;
  }
}
