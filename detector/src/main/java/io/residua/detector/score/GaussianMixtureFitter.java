package io.residua.detector.score;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fits a {@link GaussianMixture} by expectation maximisation (Dempster, Laird and Rubin, 1977) from
 * the groups of {@link KMeans}. The same rows, number and seed give the same mixture.
 *
 * <p>It works on dimensions scaled to variance 1. Each component's covariance is shrunk towards a
 * round one of {@code components^(-2/width)}, as if that were the covariance of {@code width + 2}
 * further rows (the prior of Fraley and Raftery, "Bayesian Regularization for Normal Mixture
 * Estimation and Model-Based Clustering", 2007), and {@value #FLOOR} is added to each variance:
 * neither few rows nor rows that are equal make a density without bound. A dimension that varies by
 * less than its unit counts as if it varied by that. A component that stands for less than one row
 * is dropped.
 *
 * <p>Of more than {@value #MOST_ROWS} rows so many are used, chosen at random. Time is {@code 25 ×
 * rows × components × width²}.
 */
public final class GaussianMixtureFitter {
  /** Most rows that are looked at. */
  public static final int MOST_ROWS = 10_000;

  private static final int ITERATIONS = 25;
  private static final double FLOOR = 1e-3;

  /** Gain in the mean logarithm of the density below which the fit has converged. */
  private static final double GAIN = 1e-4;

  private final int width;
  private final Standardisation units;
  private final double[][] points;
  private final double[] lacking;
  private double[][] shares;
  private GaussianMixture mixture;

  private GaussianMixtureFitter(int width, float[] rows, int[] groups, Standardisation units) {
    this.width = width;
    this.units = units;
    this.points = new double[rows.length / width][width];
    this.lacking = new double[width];
    Arrays.fill(lacking, 1);
    int components = Arrays.stream(groups).max().orElseThrow() + 1;
    this.shares = new double[points.length][components];
    for (int row = 0; row < points.length; row++) {
      for (int i = 0; i < width; i++) {
        points[row][i] = rows[row * width + i];
        lacking[i] -= points[row][i] * points[row][i] / points.length;
      }
      shares[row][groups[row]] = 1;
    }
    Arrays.setAll(lacking, i -> Math.max(0, lacking[i]));
  }

  /**
   * Fits a mixture.
   *
   * @param width of a row, 1 to {@link GaussianMixture#MOST_WIDTH}
   * @param rows at least one, row-major, finite; only read
   * @param components most of them, 1 to {@link GaussianMixture#MOST_COMPONENTS}
   * @throws IllegalArgumentException when a number is out of range
   */
  public static GaussianMixture fit(int width, float[] rows, int components, long seed) {
    if (width < 1 || rows.length == 0 || rows.length % width != 0) {
      throw new IllegalArgumentException(
          "expected at least one whole row of %d numbers, got %d numbers"
              .formatted(width, rows.length));
    }
    if (components < 1 || components > GaussianMixture.MOST_COMPONENTS) {
      throw new IllegalArgumentException(
          "expected 1 to %d components, got %d"
              .formatted(GaussianMixture.MOST_COMPONENTS, components));
    }
    PrototypeChecks.finite("rows", rows);
    float[] some = chosen(width, rows, seed);
    Standardisation units = Standardisation.of(width, some);
    float[] scaled = units.scaled(some);
    int[] groups = KMeans.groups(width, components, scaled, Observed.all(scaled.length), seed);
    // Each row is its own group where there are no more rows than components.
    int[] fewer = scaled.length / width <= components ? new int[groups.length] : groups;
    return new GaussianMixtureFitter(width, scaled, fewer, units).fitted();
  }

  private static float[] chosen(int width, float[] rows, long seed) {
    int[] numbers = RowSample.of(rows.length / width, MOST_ROWS, seed);
    float[] chosen = new float[numbers.length * width];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(rows, numbers[i] * width, chosen, i * width, width);
    }
    return chosen;
  }

  private GaussianMixture fitted() {
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ITERATIONS; i++) {
      maximise();
      double now = expect();
      if (now - before < GAIN) {
        break;
      }
      before = now;
    }
    return units.unscaled(mixture);
  }

  /** Shares of the rows from the mixture; gives the mean logarithm of the density. */
  private double expect() {
    int components = mixture.components();
    double sum = 0;
    shares = new double[points.length][components];
    for (int row = 0; row < points.length; row++) {
      double density = mixture.logDensity(points[row]);
      double ratio = mixture.logRatio(points[row]);
      for (int k = 0; k < components; k++) {
        shares[row][k] = Math.exp(mixture.logShare(k, points[row]) - ratio);
      }
      sum += density;
    }
    return sum / points.length;
  }

  /** The mixture from shares of the rows. */
  private void maximise() {
    int components = shares[0].length;
    double[] rows = new double[components];
    for (double[] share : shares) {
      for (int k = 0; k < components; k++) {
        rows[k] += share[k];
      }
    }
    double most = Arrays.stream(rows).max().orElseThrow();
    int[] kept = IntStream.range(0, components).filter(k -> rows[k] >= Math.min(1, most)).toArray();
    float[] weights = new float[kept.length];
    float[] means = new float[kept.length * width];
    float[] factors = new float[kept.length * width * width];
    for (int i = 0; i < kept.length; i++) {
      weights[i] = (float) (rows[kept[i]] / points.length);
      double[] mean = mean(kept[i], rows[kept[i]]);
      double[] factor = factor(kept[i], rows[kept[i]], mean, kept.length);
      for (int j = 0; j < width; j++) {
        means[i * width + j] = (float) mean[j];
      }
      for (int j = 0; j < factor.length; j++) {
        factors[i * factor.length + j] = (float) factor[j];
      }
    }
    mixture = new GaussianMixture(width, weights, means, factors);
  }

  private double[] mean(int component, double rows) {
    double[] mean = new double[width];
    for (int row = 0; row < points.length; row++) {
      for (int i = 0; i < width; i++) {
        mean[i] += shares[row][component] * points[row][i] / rows;
      }
    }
    return mean;
  }

  /** The inverse Cholesky factor of a component's covariance. */
  private double[] factor(int component, double rows, double[] mean, int components) {
    double prior = width + 2;
    double round = Math.pow(components, -2.0 / width);
    double[] covariance = scatter(component, mean);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double further = i == j ? prior * round : 0;
        double floor = i == j ? FLOOR + lacking[i] : 0;
        covariance[i * width + j] = (covariance[i * width + j] + further) / (rows + prior) + floor;
      }
    }
    return Cholesky.inverseFactor(width, covariance);
  }

  /** The lower triangle. */
  private double[] scatter(int component, double[] mean) {
    double[] sum = new double[width * width];
    double[] apart = new double[width];
    for (int row = 0; row < points.length; row++) {
      double share = shares[row][component];
      if (share > 0) {
        for (int i = 0; i < width; i++) {
          apart[i] = points[row][i] - mean[i];
        }
        for (int i = 0; i < width; i++) {
          double weighted = share * apart[i];
          for (int j = 0; j <= i; j++) {
            sum[i * width + j] += weighted * apart[j];
          }
        }
      }
    }
    return sum;
  }
}
