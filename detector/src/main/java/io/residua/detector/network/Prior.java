package io.residua.detector.network;

import java.util.SplittableRandom;

/**
 * What a network knows of how normal records come about: their latent vectors are draws from the
 * standard normal distribution, and their features are what the decoder makes of these, with
 * independent normal noise. Immutable.
 */
public final class Prior {
  private final float[] noise;

  /**
   * @param noise standard deviation of each feature around the decoder's output, finite, from 0;
   *     copied
   */
  public Prior(float[] noise) {
    this.noise = noise.clone();
    for (int i = 0; i < noise.length; i++) {
      if (!(noise[i] >= 0 && Float.isFinite(noise[i]))) {
        throw new IllegalArgumentException(
            "expected deviations that are finite and at least 0, got noise[%d] = %s"
                .formatted(i, noise[i]));
      }
    }
  }

  /** A copy of the standard deviations, one a feature. */
  public float[] noise() {
    return noise.clone();
  }

  /** How many features. */
  public int width() {
    return noise.length;
  }

  /**
   * Draws the features of normal records; the same random numbers give the same records.
   *
   * @param runner of a network of this width
   * @param records how many, at least 1
   * @return {@code records} rows of {@link #width()}, row-major
   */
  public float[] draw(NetworkRunner runner, int records, SplittableRandom random) {
    Network network = runner.network();
    if (network.width() != width()) {
      throw new IllegalArgumentException(
          "expected a network of %d features, got %d".formatted(width(), network.width()));
    }
    float[] latent = new float[Math.multiplyExact(records, network.latentWidth())];
    for (int i = 0; i < latent.length; i++) {
      latent[i] = (float) random.nextGaussian();
    }
    float[] features = new float[Math.multiplyExact(records, width())];
    runner.decode(latent, records, features);
    for (int i = 0; i < features.length; i++) {
      features[i] += (float) (noise[i % width()] * random.nextGaussian());
    }
    return features;
  }
}
