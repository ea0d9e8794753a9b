package io.residua.detector.score;

import java.util.Arrays;

/**
 * The squared Mahalanobis length of the residual, divided by the number of observed features: with
 * {@code z = W (x − x̂)}, the mean of z². Residuals that usually move together count once, a
 * residual that breaks their usual proportion counts fully. About 1 for a normal record.
 *
 * <p>W whitens the residuals of normal records and keeps each z_i as close as can be to the
 * residual of feature i (ZCA-cor; Kessy, Lewin and Strimmer, "Optimal Whitening and Decorrelation",
 * The American Statistician 2018).
 *
 * <p>With r the residual, the score is {@code Σ r_i (Wᵀz)_i}, of which term i is what feature i
 * contributes: the Shapley value of the quadratic form, each cross term in equal halves. z_i² would
 * add up to the score as well (Garthwaite and Koch, "Evaluating the contributions of individual
 * variables to a quadratic form", 2016), but gives a share to a feature that was rebuilt exactly. A
 * term is below 0 where the residual is what the others' lead to expect.
 *
 * <p>A feature that was not observed has residual 0 and no z of its own. Scoring costs {@code
 * width²} multiply-adds.
 */
public final class WhitenedResidual implements ResidualScore {
  /** Widest residual: wider ones cost more than a network. */
  public static final int MOST_FEATURES = 512;

  private static final int BLOCK = 4;

  private final int width;
  private final float[] whitening;

  /**
   * @param width of the residual, 1 to {@link #MOST_FEATURES}
   * @param whitening W, {@code width} rows of {@code width}, row-major, finite
   */
  public WhitenedResidual(int width, float[] whitening) {
    if (width < 1 || width > MOST_FEATURES) {
      throw new IllegalArgumentException(
          "a whitened residual has 1 to " + MOST_FEATURES + " features, got " + width);
    }
    if (whitening.length != width * width) {
      throw new IllegalArgumentException(
          "the whitening matrix of %d features has %d values, got %d"
              .formatted(width, width * width, whitening.length));
    }
    for (int i = 0; i < whitening.length; i++) {
      if (!Float.isFinite(whitening[i])) {
        throw new IllegalArgumentException("whitening[" + i + "] is " + whitening[i]);
      }
    }
    this.width = width;
    // Rows of zeros make the last block as high as the others.
    this.whitening = Arrays.copyOf(whitening, paddedRows(width) * width);
  }

  /** A copy of W, {@code width} rows of {@code width}. */
  public float[] whitening() {
    return Arrays.copyOf(whitening, width * width);
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.WHITENED;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public long multiplyAdds() {
    return (long) width * width;
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    double sum = 0;
    for (int row = 0; row < width; row += BLOCK) {
      sum += block(row, input, reconstruction, observed, null);
    }
    return sum / count(observed);
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    float[] z = new float[whitening.length / width];
    for (int row = 0; row < width; row += BLOCK) {
      block(row, input, reconstruction, observed, z);
    }
    Arrays.fill(into, 0);
    for (int row = 0; row < width; row++) {
      for (int i = 0; i < width; i++) {
        into[i] += whitening[row * width + i] * (double) z[row];
      }
    }
    for (int i = 0; i < width; i++) {
      into[i] *= observed[i] ? (double) input[i] - reconstruction[i] : 0;
    }
  }

  /** Four rows of W side by side; each residual is computed once for the four. */
  private double block(
      int row, float[] input, float[] reconstruction, boolean[] observed, float[] whitened) {
    int w0 = row * width;
    int w1 = w0 + width;
    int w2 = w1 + width;
    int w3 = w2 + width;
    float z0 = 0;
    float z1 = 0;
    float z2 = 0;
    float z3 = 0;
    for (int i = 0; i < width; i++) {
      float residual = observed[i] ? input[i] - reconstruction[i] : 0;
      z0 += whitening[w0 + i] * residual;
      z1 += whitening[w1 + i] * residual;
      z2 += whitening[w2 + i] * residual;
      z3 += whitening[w3 + i] * residual;
    }
    return squared(row, z0, observed, whitened)
        + squared(row + 1, z1, observed, whitened)
        + squared(row + 2, z2, observed, whitened)
        + squared(row + 3, z3, observed, whitened);
  }

  /** A feature that was not observed has no z of its own. */
  private double squared(int row, float z, boolean[] observed, float[] whitened) {
    if (row >= width || !observed[row]) {
      return 0;
    }
    if (whitened != null) {
      whitened[row] = z;
    }
    return (double) z * z;
  }

  private int count(boolean[] observed) {
    int count = 0;
    for (int i = 0; i < width; i++) {
      count += observed[i] ? 1 : 0;
    }
    return count;
  }

  private static int paddedRows(int rows) {
    return (rows + BLOCK - 1) / BLOCK * BLOCK;
  }
}
