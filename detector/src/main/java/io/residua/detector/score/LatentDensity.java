package io.residua.detector.score;

import io.residua.detector.network.Network;
import java.util.Arrays;

/**
 * How unlikely the latent vector is among those of normal records: its energy {@code −ln p(z)} by a
 * {@link GaussianMixture}, above the lowest there can be. Where the mixture is two wider than the
 * latent vector, z also holds how well the record was rebuilt, by its relative distance {@code |x −
 * x̂| / |x|} and its cosine similarity {@code x·x̂ / (|x| |x̂|)}, over the observed features (Zong
 * et al., "Deep Autoencoding Gaussian Mixture Model for Unsupervised Anomaly Detection", 2018,
 * sections 3.2 and 3.3).
 *
 * <p>A vector shorter than {@value #SHORTEST} counts as that long: a record of zeros has no
 * direction, and would have no relative distance.
 *
 * <p>No number of the latent vector belongs to a feature. The energy is shared out by the squared
 * residuals, each in units of its feature's usual one: where the decoder, which knows the latent
 * vector alone, is off.
 */
public final class LatentDensity implements ResidualScore {
  /** Length below which a vector has no direction; features are about 1. */
  static final double SHORTEST = 1e-3;

  /** Numbers of the reconstruction in z. */
  static final int RECONSTRUCTION = 2;

  /** Widest latent vector whose mixture also looks at the reconstruction. */
  public static final int MOST_LATENT = GaussianMixture.MOST_WIDTH - RECONSTRUCTION;

  private final int latentWidth;
  private final GaussianMixture mixture;
  private final StandardisedResidual residual;
  private final double[] own;

  /**
   * @param latentWidth width of the latent vector
   * @param mixture as wide as that, or by two wider
   * @param scale each feature's root mean squared residual on normal records, above 0
   */
  public LatentDensity(int latentWidth, GaussianMixture mixture, float[] scale) {
    this(latentWidth, mixture, new StandardisedResidual(scale), null);
    int more = mixture.width() - latentWidth;
    if (latentWidth < 1 || more != 0 && more != RECONSTRUCTION) {
      throw new IllegalArgumentException(
          ("the mixture of a latent density is as wide as the latent vector or by two wider, got %d"
                  + " and %d")
              .formatted(mixture.width(), latentWidth));
    }
  }

  private LatentDensity(
      int latentWidth, GaussianMixture mixture, StandardisedResidual residual, double[] own) {
    this.latentWidth = latentWidth;
    this.mixture = mixture;
    this.residual = residual;
    this.own = own;
  }

  public int latentWidth() {
    return latentWidth;
  }

  public GaussianMixture mixture() {
    return mixture;
  }

  /** A copy of the scales, one a feature. */
  public float[] scale() {
    return residual.scale();
  }

  @Override
  public ResidualKind kind() {
    return ResidualKind.LATENT_DENSITY;
  }

  @Override
  public int width() {
    return residual.width();
  }

  @Override
  public void requireSuits(Network network) {
    ResidualScore.super.requireSuits(network);
    if (network.latentWidth() != latentWidth) {
      throw new IllegalArgumentException(
          "latent vector and latent density must have one width, got %d and %d"
              .formatted(network.latentWidth(), latentWidth));
    }
  }

  @Override
  public long multiplyAdds() {
    return mixture.multiplyAdds() + (mixture.width() > latentWidth ? 4L * width() : 0);
  }

  @Override
  public ResidualScore forOneThread() {
    return new LatentDensity(latentWidth, mixture, residual, new double[mixture.width()]);
  }

  @Override
  public double score(float[] input, float[] latent, float[] reconstruction, boolean[] observed) {
    double[] point = own == null ? new double[mixture.width()] : own;
    point(latent, latentWidth, input, reconstruction, observed, point);
    return mixture.energy(point);
  }

  /**
   * What a mixture looks at.
   *
   * @param point receives the latent vector and, where it is wider, the two of the reconstruction
   */
  static void point(
      float[] latent,
      int latentWidth,
      float[] input,
      float[] reconstruction,
      boolean[] observed,
      double[] point) {
    for (int i = 0; i < latentWidth; i++) {
      point[i] = latent[i];
    }
    if (point.length > latentWidth) {
      rebuilt(input, reconstruction, observed, point, latentWidth);
    }
  }

  private static void rebuilt(
      float[] input, float[] reconstruction, boolean[] observed, double[] point, int at) {
    double apart = 0;
    double product = 0;
    double inputs = 0;
    double outputs = 0;
    for (int i = 0; i < input.length; i++) {
      if (observed[i]) {
        double x = input[i];
        double y = reconstruction[i];
        apart += (x - y) * (x - y);
        product += x * y;
        inputs += x * x;
        outputs += y * y;
      }
    }
    double length = Math.max(SHORTEST, Math.sqrt(inputs));
    point[at] = Math.sqrt(apart) / length;
    point[at + 1] = product / (length * Math.max(SHORTEST, Math.sqrt(outputs)));
  }

  @Override
  public void contributions(
      float[] input, float[] latent, float[] reconstruction, boolean[] observed, double[] into) {
    residual.contributions(input, latent, reconstruction, observed, into);
    double shared = Arrays.stream(into, 0, width()).sum();
    double whole =
        score(input, latent, reconstruction, observed) * Observed.count(observed, width());
    for (int i = 0; i < width(); i++) {
      into[i] = shared > 0 ? whole * (into[i] / shared) : 0;
    }
  }
}
