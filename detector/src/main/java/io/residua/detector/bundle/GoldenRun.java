package io.residua.detector.bundle;

import io.residua.detector.event.Event;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.ResidualScore;

/** What a model makes of one event after the other. Holds buffers: not thread-safe. */
final class GoldenRun {
  private final FeaturePipeline features;
  private final NetworkRunner runner;
  private final ResidualScore score;
  private final float[] input;
  private final boolean[] observed;
  private final float[] latent;
  private final float[] reconstruction;
  private int present;

  GoldenRun(FeaturePipeline features, Network network, ResidualScore score) {
    this.features = features;
    this.runner = new NetworkRunner(network);
    this.score = score;
    this.input = new float[features.width()];
    this.observed = new boolean[features.width()];
    this.latent = new float[network.latentWidth()];
    this.reconstruction = new float[features.width()];
  }

  /**
   * Scores an event.
   *
   * @return NaN when none of its features was observed
   */
  double score(Event event) {
    present = features.transform(event, input, observed, 0);
    if (present == 0) {
      return Double.NaN;
    }
    runner.run(input, 1, latent, reconstruction);
    return score.score(input, reconstruction, observed);
  }

  /** How many features of the last event were observed. */
  int present() {
    return present;
  }

  /** The last event's features: the buffer itself. */
  float[] input() {
    return input;
  }

  /** The last event's latent vector: the buffer itself. */
  float[] latent() {
    return latent;
  }
}
