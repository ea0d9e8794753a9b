package io.residua.trainer.latent;

/**
 * How likely each pair of points are neighbours (van der Maaten and Hinton, "Visualizing data using
 * t-SNE", JMLR 9, 2008): {@code p(j|i) = exp(-β(i) d²(i,j)) / Σ exp(-β(i) d²(i,k))}, where
 * bisection finds the {@code β(i)} that gives {@code p(·|i)} the wanted perplexity {@code
 * exp(entropy)}; then {@code p(i,j) = (p(j|i) + p(i|j)) / 2n}.
 */
final class NeighbourProbabilities {
  private static final int STEPS = 64;
  private static final double CLOSE_ENOUGH = 1e-6;

  private NeighbourProbabilities() {}

  /**
   * @param distances of at least two points
   * @param perplexity about how many neighbours a point has, above 1 and below the number of points
   * @return symmetric, 0 on the diagonal, adding up to 1
   */
  static double[][] of(double[][] distances, double perplexity) {
    int count = distances.length;
    double[][] conditional = new double[count][];
    for (int i = 0; i < count; i++) {
      conditional[i] = row(distances[i], i, perplexity);
    }
    double[][] joint = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        joint[i][j] = (conditional[i][j] + conditional[j][i]) / (2 * count);
      }
    }
    return joint;
  }

  /** Distances count from the nearest other point and in units of the mean: β is near 1. */
  static double[] row(double[] distances, int self, double perplexity) {
    double[] costs = costs(distances, self);
    double[] row = new double[distances.length];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = 1;
    for (int step = 0; step < STEPS; step++) {
      double excess = entropy(costs, self, beta, row) - Math.log(perplexity);
      if (Math.abs(excess) < CLOSE_ENOUGH) {
        break;
      }
      low = excess > 0 ? beta : low;
      high = excess > 0 ? high : beta;
      beta = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : beta * 2;
    }
    return row;
  }

  private static double[] costs(double[] distances, int self) {
    double[] costs = new double[distances.length];
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int j = 0; j < costs.length; j++) {
      if (j != self) {
        costs[j] = distances[j] * distances[j];
        least = Math.min(least, costs[j]);
        sum += costs[j];
      }
    }
    double mean = sum / (costs.length - 1) - least;
    for (int j = 0; j < costs.length; j++) {
      costs[j] = mean > 0 ? (costs[j] - least) / mean : 0;
    }
    return costs;
  }

  /** Writes the probabilities and returns their entropy in nats. */
  private static double entropy(double[] costs, int self, double beta, double[] row) {
    double sum = 0;
    double weighted = 0;
    for (int j = 0; j < row.length; j++) {
      row[j] = j == self ? 0 : Math.exp(-beta * costs[j]);
      sum += row[j];
      weighted += beta * costs[j] * row[j];
    }
    for (int j = 0; j < row.length; j++) {
      row[j] /= sum;
    }
    return Math.log(sum) + weighted / sum;
  }
}
