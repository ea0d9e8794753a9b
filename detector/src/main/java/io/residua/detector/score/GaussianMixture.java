package io.residua.detector.score;

import java.util.Arrays;

/**
 * A mixture of normal distributions, {@code p(z) = Σ φ_k N(z; μ_k, Σ_k)}, by what its density is
 * computed from: with {@code Σ_k = L_k L_kᵀ} (Cholesky) and {@code W_k = L_k⁻¹},
 *
 * <pre>
 *   N(z; μ_k, Σ_k) = (2π)^(-d/2) |W_k| exp(-½ |W_k (z − μ_k)|²)
 * </pre>
 *
 * <p>Immutable and shared between threads. One density costs {@code components × width² / 2}
 * multiply-adds.
 */
public final class GaussianMixture {
  /** Most components. */
  public static final int MOST_COMPONENTS = 64;

  /** Most dimensions: more cost more than a network. */
  public static final int MOST_WIDTH = 512;

  private final int width;
  private final float[] weights;
  private final float[] means;
  private final float[] factors;
  private final double[] logShares;
  private final double logPeak;

  /**
   * @param weights φ, one above 0 a component; only their proportions count
   * @param means μ, a row of {@code width} a component, finite
   * @param factors W, {@code width} rows of {@code width} a component, lower triangular with a
   *     diagonal above 0, finite
   */
  public GaussianMixture(int width, float[] weights, float[] means, float[] factors) {
    int components = weights.length;
    if (width < 1 || width > MOST_WIDTH) {
      throw new IllegalArgumentException(
          "a mixture has 1 to %d dimensions, got %d".formatted(MOST_WIDTH, width));
    }
    if (components < 1 || components > MOST_COMPONENTS) {
      throw new IllegalArgumentException(
          "a mixture has 1 to %d components, got %d".formatted(MOST_COMPONENTS, components));
    }
    requireLength("means", means, components * width);
    requireLength("factors", factors, components * width * width);
    this.width = width;
    this.weights = weights.clone();
    this.means = means.clone();
    this.factors = factors.clone();
    double[] logPeaks = logPeaks();
    double largest = Arrays.stream(logPeaks).max().orElseThrow();
    this.logPeak =
        largest + Math.log(Arrays.stream(logPeaks).map(each -> Math.exp(each - largest)).sum());
    this.logShares = Arrays.stream(logPeaks).map(each -> each - logPeak).toArray();
  }

  private static void requireLength(String what, float[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "a mixture's %s must have length %d, got %d".formatted(what, expected, values.length));
    }
    PrototypeChecks.finite(what, values);
  }

  /** Logarithms of φ_k |W_k|. */
  private double[] logPeaks() {
    double[] logPeaks = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      if (!(weights[k] > 0) || Float.isInfinite(weights[k])) {
        throw new IllegalArgumentException(
            "a mixture's weights must be finite and above 0; weights[" + k + "] is " + weights[k]);
      }
      logPeaks[k] = Math.log(weights[k]) + logDeterminant(k);
    }
    return logPeaks;
  }

  private double logDeterminant(int component) {
    double logarithm = 0;
    for (int row = 0; row < width; row++) {
      for (int i = row; i < width; i++) {
        float value = factors[(component * width + row) * width + i];
        if (i == row ? !(value > 0) : value != 0) {
          throw new IllegalArgumentException(
              ("a mixture's factors are lower triangular, above 0 on the diagonal; component %d has"
                      + " %s at (%d, %d)")
                  .formatted(component, value, row, i));
        }
      }
      logarithm += Math.log(factors[(component * width + row) * width + row]);
    }
    return logarithm;
  }

  public int width() {
    return width;
  }

  public int components() {
    return weights.length;
  }

  /** A copy of φ. */
  public float[] weights() {
    return weights.clone();
  }

  /** A copy of μ, one row a component. */
  public float[] means() {
    return means.clone();
  }

  /** A copy of W, {@code width} rows of {@code width} a component. */
  public float[] factors() {
    return factors.clone();
  }

  /** Multiply-adds of one density. */
  long multiplyAdds() {
    return (long) weights.length * width * (width + 1) / 2;
  }

  /**
   * The energy {@code −ln p(z)} above the lowest it can be: {@code −ln (Σ φ_k N(z; μ_k, Σ_k) / Σ
   * φ_k N(μ_k; μ_k, Σ_k))}. At least 0, and 0 at the mean of a single component. Whatever the units
   * of z, it is the same.
   *
   * @param point z
   */
  double energy(double[] point) {
    return Math.max(0, -logRatio(point));
  }

  /** {@code ln p(z)}, where the weights add up to 1, less the constant {@code d ln(2π) / 2}. */
  double logDensity(double[] point) {
    return logPeak + logRatio(point);
  }

  /** The negative energy, in one pass: the sum is kept in units of its largest term. */
  double logRatio(double[] point) {
    double largest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double logarithm = logShare(k, point);
      if (logarithm > largest) {
        sum = sum * Math.exp(largest - logarithm) + 1;
        largest = logarithm;
      } else {
        sum += Math.exp(logarithm - largest);
      }
    }
    return largest + Math.log(sum);
  }

  /** A component's part of the density, as a logarithm, to a constant that all have in common. */
  double logShare(int component, double[] point) {
    return logShares[component] - squaredDistance(component, point) / 2;
  }

  /** |W_k (z − μ_k)|². */
  private double squaredDistance(int component, double[] point) {
    double sum = 0;
    for (int row = 0; row < width; row++) {
      int factor = (component * width + row) * width;
      double whitened = 0;
      for (int i = 0; i <= row; i++) {
        whitened += factors[factor + i] * (point[i] - means[component * width + i]);
      }
      sum += whitened * whitened;
    }
    return sum;
  }
}
