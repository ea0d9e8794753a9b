package io.residua.detector.score;

/**
 * Fits a {@link ResidualScore} to what the network left over on normal records that it was not
 * trained on. Deterministic.
 *
 * <p>Whitening: with D the features' scales and Σ the shrunk covariance of {@code D⁻¹ r} = V
 * diag(λ) Vᵀ, {@code W = V diag(λ + 0.05 λ̄)^(−1/2) Vᵀ D⁻¹}. The addition keeps directions in which
 * normal records leave nothing over, which a linear autoencoder always has, from outweighing all
 * others.
 */
public final class ResidualScoreFitter {
  /** What is added to each eigenvalue, as a share of their mean. */
  private static final double RIDGE = 0.05;

  private ResidualScoreFitter() {}

  /**
   * Fits one kind of score.
   *
   * @param width features a row
   * @param inputs at least one row of {@code width} features, row-major; only read
   * @param reconstructions what the network made of them; only read
   * @param observed which features took part; only read
   * @throws IllegalArgumentException when the lengths do not fit, a residual is not finite, or the
   *     kind is whitened and there are more than {@link WhitenedResidual#MOST_FEATURES} features
   */
  public static ResidualScore fit(
      ResidualKind kind, int width, float[] inputs, float[] reconstructions, boolean[] observed) {
    Residuals residuals = new Residuals(width, inputs, reconstructions, observed);
    return switch (kind) {
      case MEAN_SQUARED -> new MeanSquaredResidual(width);
      case STANDARDISED -> new StandardisedResidual(ResidualScales.of(residuals));
      case WHITENED -> new WhitenedResidual(width, whitening(residuals));
    };
  }

  private static float[] whitening(Residuals residuals) {
    requireNarrow(residuals.width());
    float[] scales = ResidualScales.of(residuals);
    SymmetricEigen eigen = SymmetricEigen.of(ShrunkCovariance.of(residuals, scales));
    double[] factors = inverseRoots(eigen, scales.length);
    float[] whitening = new float[scales.length * scales.length];
    for (int i = 0; i < scales.length; i++) {
      for (int j = 0; j < scales.length; j++) {
        double sum = 0;
        for (int k = 0; k < scales.length; k++) {
          sum += eigen.vector(k)[i] * factors[k] * eigen.vector(k)[j];
        }
        whitening[i * scales.length + j] = (float) (sum / scales[j]);
      }
    }
    return whitening;
  }

  private static double[] inverseRoots(SymmetricEigen eigen, int width) {
    double mean = 0;
    for (int i = 0; i < width; i++) {
      mean += eigen.value(i) / width;
    }
    double[] factors = new double[width];
    for (int i = 0; i < width; i++) {
      double value = Math.max(0, eigen.value(i)) + RIDGE * mean;
      factors[i] = mean > 0 ? 1 / Math.sqrt(value) : 1;
    }
    return factors;
  }

  private static void requireNarrow(int width) {
    if (width > WhitenedResidual.MOST_FEATURES) {
      throw new IllegalArgumentException(
          "a whitened residual has at most %d features, got %d; use standardised"
              .formatted(WhitenedResidual.MOST_FEATURES, width));
    }
  }
}
