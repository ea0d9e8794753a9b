package io.residua.detector.score;

import java.util.Arrays;

/** Fits a {@link LatentDensity} to what a network makes of normal records. Deterministic. */
public final class LatentDensityFitter {
  private LatentDensityFitter() {}

  /**
   * Fits a density.
   *
   * @param width features a row
   * @param inputs at least one row of {@code width} features, row-major; only read
   * @param latents their latent vectors; only read
   * @param reconstructions what the network made of them; only read
   * @param observed which features took part; only read
   * @param rebuilt whether it is also of how well records were rebuilt
   * @param components most of the mixture, 1 to {@link GaussianMixture#MOST_COMPONENTS}
   * @throws IllegalArgumentException when the lengths do not fit or a number is not finite
   */
  public static LatentDensity fit(
      int width,
      float[] inputs,
      float[] latents,
      float[] reconstructions,
      boolean[] observed,
      boolean rebuilt,
      int components,
      long seed) {
    Residuals residuals = new Residuals(width, inputs, reconstructions, observed);
    int rows = residuals.rows();
    int latentWidth = latents.length / rows;
    if (latentWidth < 1 || latents.length % rows != 0) {
      throw new IllegalArgumentException(
          "expected %d latent vectors of one width, got %d numbers"
              .formatted(rows, latents.length));
    }
    int pointWidth = latentWidth + (rebuilt ? LatentDensity.RECONSTRUCTION : 0);
    float[] points = new float[rows * pointWidth];
    double[] point = new double[pointWidth];
    for (int row = 0; row < rows; row++) {
      int from = row * width;
      LatentDensity.point(
          Arrays.copyOfRange(latents, row * latentWidth, (row + 1) * latentWidth),
          latentWidth,
          Arrays.copyOfRange(inputs, from, from + width),
          Arrays.copyOfRange(reconstructions, from, from + width),
          Arrays.copyOfRange(observed, from, from + width),
          point);
      for (int i = 0; i < pointWidth; i++) {
        points[row * pointWidth + i] = (float) point[i];
      }
    }
    GaussianMixture mixture = GaussianMixtureFitter.fit(pointWidth, points, components, seed);
    return new LatentDensity(latentWidth, mixture, ResidualScales.of(residuals));
  }
}
