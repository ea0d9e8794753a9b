package io.residua.trainer.latent;

/**
 * What t-SNE makes small: {@code KL(P ‖ Q) = Σ p(i,j) log(p(i,j) / q(i,j))}, where {@code q(i,j) =
 * w(i,j) / Z}, {@code w(i,j) = 1 / (1 + ‖y(i) - y(j)‖²)} and {@code Z = Σ w(k,l)} (van der Maaten
 * and Hinton 2008, equations 4 and 5).
 */
final class NeighbourDivergence {
  private final double[][] probabilities;

  /**
   * @param probabilities of {@link NeighbourProbabilities}
   */
  NeighbourDivergence(double[][] probabilities) {
    this.probabilities = probabilities;
  }

  int count() {
    return probabilities.length;
  }

  /** In nats, 0 or more. */
  double at(double[] x, double[] y) {
    double weights = 0;
    double entropy = 0;
    double crossed = 0;
    for (int i = 0; i < count(); i++) {
      for (int j = 0; j < count(); j++) {
        double probability = probabilities[i][j];
        double squared = squared(x[i] - x[j], y[i] - y[j]);
        weights += i == j ? 0 : 1 / (1 + squared);
        crossed += probability * Math.log1p(squared);
        entropy -= probability > 0 ? probability * Math.log(probability) : 0;
      }
    }
    return crossed + Math.log(weights) - entropy;
  }

  /**
   * The gradient {@code 4 Σ (e p(i,j) - q(i,j)) w(i,j) (y(i) - y(j))} of each point, in one pass
   * over the pairs: attraction and repulsion are added up apart, since {@code Z} is known at the
   * end.
   *
   * @param exaggeration e of the attraction; 1 for the gradient of {@link #at}
   */
  Gradient gradient(double[] x, double[] y, double exaggeration) {
    Gradient attraction = new Gradient(new double[count()], new double[count()]);
    Gradient repulsion = new Gradient(new double[count()], new double[count()]);
    double weights = 0;
    for (int i = 0; i < count(); i++) {
      weights += 2 * pairs(i, x, y, attraction, repulsion);
    }
    for (int i = 0; i < count(); i++) {
      attraction.x[i] = 4 * (exaggeration * attraction.x[i] - repulsion.x[i] / weights);
      attraction.y[i] = 4 * (exaggeration * attraction.y[i] - repulsion.y[i] / weights);
    }
    return attraction;
  }

  /** Adds the pairs of i and those before it, and returns their weights' sum. */
  private double pairs(int i, double[] x, double[] y, Gradient attraction, Gradient repulsion) {
    double[] row = probabilities[i];
    double weights = 0;
    for (int j = 0; j < i; j++) {
      double across = x[i] - x[j];
      double up = y[i] - y[j];
      double weight = 1 / (1 + squared(across, up));
      weights += weight;
      attraction.add(i, j, row[j] * weight, across, up);
      repulsion.add(i, j, weight * weight, across, up);
    }
    return weights;
  }

  private static double squared(double across, double up) {
    return across * across + up * up;
  }

  /** One pull along each axis for each point. */
  record Gradient(double[] x, double[] y) {
    private void add(int i, int j, double strength, double across, double up) {
      x[i] += strength * across;
      y[i] += strength * up;
      x[j] -= strength * across;
      y[j] -= strength * up;
    }
  }
}
