package io.residua.detector.calibration;

import java.util.Arrays;

/**
 * Fits a generalised Pareto distribution to excesses over a threshold.
 *
 * <p>How this works: the likelihood is a function of θ = −ξ/σ alone once its maximum over ξ is
 * taken, {@code ξ(θ) = mean log(1 − θ x)}. Instead of its maximum, which need not exist, the mean
 * of θ under that profile likelihood and a weak data-driven prior is taken over a grid (Zhang and
 * Stephens, "A New and Efficient Estimation Method for the Generalized Pareto Distribution",
 * Technometrics 2009, section 3): as efficient as maximum likelihood, always there, never
 * iterating. The shape is then drawn a little towards the exponential tail (as by ten more excesses
 * of shape 0; Vehtari et al., "Pareto Smoothed Importance Sampling", 2015, appendix C, who draw
 * towards 0.5), kept in −0.5 to 0.5, and the scale is the one of greatest likelihood for it.
 */
final class GeneralisedParetoFit {
  static final double LARGEST_SHAPE = 0.5;

  private static final int PRIOR_EXCESSES = 10;
  private static final double PRIOR_STRENGTH = 3;
  private static final int BISECTIONS = 100;

  private final double[] excesses;
  private final double largest;

  /**
   * @param excesses ascending, all above 0, at least two
   */
  GeneralisedParetoFit(double[] excesses) {
    this.excesses = excesses;
    this.largest = excesses[excesses.length - 1];
  }

  /** ξ, from −0.5 to 0.5. */
  double shape() {
    double drawn = shapeAt(theta()) * excesses.length / (excesses.length + PRIOR_EXCESSES);
    return Math.max(-LARGEST_SHAPE, Math.min(LARGEST_SHAPE, drawn));
  }

  /**
   * σ of greatest likelihood for a shape: the root of Σ (1 + ξ) x / (σ + ξ x) = n, by bisection.
   */
  double scale(double shape) {
    double low = Math.max(0, -shape * largest);
    double high = low + (1 + Math.abs(shape)) * largest;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      if (slope(shape, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double slope(double shape, double scale) {
    double sum = 0;
    for (double excess : excesses) {
      sum += (1 + shape) * excess / (scale + shape * excess);
    }
    return sum - excesses.length;
  }

  private double theta() {
    double[] grid = grid();
    double[] likelihoods = Arrays.stream(grid).map(this::profileLogLikelihood).toArray();
    double best = Arrays.stream(likelihoods).max().orElseThrow();
    double weights = 0;
    double mean = 0;
    for (int i = 0; i < grid.length; i++) {
      double weight = Math.exp(likelihoods[i] - best);
      weights += weight;
      mean += weight * grid[i];
    }
    return mean / weights;
  }

  /** Candidates for θ: quantiles of the prior, all below the inverse of the largest excess. */
  private double[] grid() {
    int n = excesses.length;
    int points = 20 + (int) Math.sqrt(n);
    double lowerQuartile = excesses[(int) Math.floor(n / 4.0 + 0.5) - 1];
    double[] grid = new double[points];
    for (int j = 0; j < points; j++) {
      grid[j] =
          1 / largest + (1 - Math.sqrt(points / (j + 0.5))) / (PRIOR_STRENGTH * lowerQuartile);
    }
    return grid;
  }

  private double profileLogLikelihood(double theta) {
    double shape = shapeAt(theta);
    double likelihood = excesses.length * (Math.log(-theta / shape) - shape - 1);
    return Double.isNaN(likelihood) ? Double.NEGATIVE_INFINITY : likelihood;
  }

  private double shapeAt(double theta) {
    double sum = 0;
    for (double excess : excesses) {
      sum += Math.log1p(-theta * excess);
    }
    return sum / excesses.length;
  }
}
