package io.residua.detector.bundle;

import io.residua.detector.event.Event;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.ResidualScore;

/** What a model makes of one event after the other. Holds buffers: not thread-safe. */
final class GoldenRun {
  private final FeaturePipeline features;
  private final PerValue<Part> parts;
  private final float[] input;
  private final boolean[] observed;
  private final float[] latent;
  private final float[] reconstruction;
  private int present;

  private record Part(NetworkRunner runner, ResidualScore score) {}

  GoldenRun(FeaturePipeline features, ModelParts parts) {
    this.features = features;
    this.parts =
        parts.perValue(
            features.layout(),
            part -> new Part(new NetworkRunner(part.network()), part.score().forOneThread()));
    this.input = new float[features.width()];
    this.observed = new boolean[features.width()];
    this.latent = new float[parts.global().network().latentWidth()];
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
    Part part = parts.of(event);
    part.runner().run(input, 1, latent, reconstruction);
    return part.score().score(input, latent, reconstruction, observed);
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
