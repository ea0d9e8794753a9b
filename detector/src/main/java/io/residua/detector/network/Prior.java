package io.residua.detector.network;

import java.util.SplittableRandom;

/**
 * What a network knows of how normal records come about: their latent vectors are draws from the
 * standard normal distribution, where it knows clusters behind a draw of one of these, and their
 * features are what the decoder makes of them, with independent normal noise. Immutable.
 */
public final class Prior {
  /** How far from 1 the shares may add up to, as they are single floats. */
  private static final double ROUNDING = 1e-4;

  private final float[] noise;
  private final float[] shares;

  /** One of a network without clusters. */
  public Prior(float[] noise) {
    this(noise, new float[0]);
  }

  /**
   * @param noise standard deviation of each feature around the decoder's output, finite, from 0;
   *     copied
   * @param shares how often normal records are of each cluster, at least 0 and together 1; empty
   *     for a network without clusters; copied
   */
  public Prior(float[] noise, float[] shares) {
    this.noise = noise.clone();
    this.shares = shares.clone();
    requireNotNegative("deviations", "noise", this.noise);
    requireNotNegative("shares", "shares", this.shares);
    double sum = 0;
    for (float share : this.shares) {
      sum += share;
    }
    if (this.shares.length > 0 && Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "expected shares of clusters that add up to 1, got " + sum);
    }
  }

  private static void requireNotNegative(String what, String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && Float.isFinite(values[i]))) {
        throw new IllegalArgumentException(
            "expected %s that are finite and at least 0, got %s[%d] = %s"
                .formatted(what, name, i, values[i]));
      }
    }
  }

  /** A copy of the standard deviations, one a feature. */
  public float[] noise() {
    return noise.clone();
  }

  /** A copy of the clusters' shares; empty where there are no clusters. */
  public float[] shares() {
    return shares.clone();
  }

  /**
   * Checks that a network's latent vectors can be drawn.
   *
   * @throws IllegalArgumentException when it has other features or clusters
   */
  public void requireSuits(Network network) {
    if (network.width() != noise.length) {
      throw new IllegalArgumentException(
          "the prior has the noise of %d features, the network has %d"
              .formatted(noise.length, network.width()));
    }
    if (network.clusters() != shares.length) {
      throw new IllegalArgumentException(
          "the prior has the shares of %d clusters, the network has %d"
              .formatted(shares.length, network.clusters()));
    }
  }

  /** How many features. */
  public int width() {
    return noise.length;
  }

  /**
   * Draws the features of normal records; the same random numbers give the same records.
   *
   * @param runner of a network of this width and these clusters
   * @param records how many, at least 1
   * @return {@code records} rows of {@link #width()}, row-major
   */
  public float[] draw(NetworkRunner runner, int records, SplittableRandom random) {
    Network network = runner.network();
    requireSuits(network);
    int latentWidth = network.latentWidth();
    float[] latent = new float[Math.multiplyExact(records, latentWidth)];
    for (int from = 0; from < latent.length; from += latentWidth) {
      if (shares.length > 0) {
        latent[from + cluster(random.nextDouble())] = 1;
      }
      for (int i = shares.length; i < latentWidth; i++) {
        latent[from + i] = (float) random.nextGaussian();
      }
    }
    float[] features = new float[Math.multiplyExact(records, width())];
    runner.decode(latent, records, features);
    for (int i = 0; i < features.length; i++) {
      features[i] += (float) (noise[i % width()] * random.nextGaussian());
    }
    return features;
  }

  /** The cluster in whose part of the unit interval a number lies; never one without a part. */
  private int cluster(double uniform) {
    double below = 0;
    int last = 0;
    for (int cluster = 0; cluster < shares.length; cluster++) {
      below += shares[cluster];
      last = shares[cluster] > 0 ? cluster : last;
      if (uniform < below) {
        return last;
      }
    }
    return last;
  }
}
