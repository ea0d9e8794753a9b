package io.residua.detector.score;

/**
 * Fits a {@link ResidualScore} to what the network left over on normal records that it was not
 * trained on. Deterministic.
 */
public final class ResidualScoreFitter {
  private ResidualScoreFitter() {}

  /**
   * Fits one kind of score.
   *
   * @param width features a row
   * @param inputs at least one row of {@code width} features, row-major; only read
   * @param reconstructions what the network made of them; only read
   * @param observed which features took part; only read
   * @throws IllegalArgumentException when the lengths do not fit, a residual is not finite, the
   *     kind is none of the network's residual alone, or it is whitened and there are more than
   *     {@link WhitenedResidual#MOST_FEATURES} features
   */
  public static ResidualScore fit(
      ResidualKind kind, int width, float[] inputs, float[] reconstructions, boolean[] observed) {
    Residuals residuals = new Residuals(width, inputs, reconstructions, observed);
    return switch (kind) {
      case MEAN_SQUARED -> new MeanSquaredResidual(width);
      case STANDARDISED -> new StandardisedResidual(ResidualScales.of(residuals));
      case WHITENED -> new WhitenedResidual(width, whitening(residuals));
      default ->
          throw new IllegalArgumentException(
              "expected a score of the network's residual alone, got " + kind.id());
    };
  }

  private static float[] whitening(Residuals residuals) {
    requireNarrow(residuals.width());
    return Whitening.of(residuals, ResidualScales.of(residuals));
  }

  private static void requireNarrow(int width) {
    if (width > WhitenedResidual.MOST_FEATURES) {
      throw new IllegalArgumentException(
          "a whitened residual has at most %d features, got %d; use standardised"
              .formatted(WhitenedResidual.MOST_FEATURES, width));
    }
  }
}
