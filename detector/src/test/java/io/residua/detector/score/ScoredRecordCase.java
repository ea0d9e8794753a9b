package io.residua.detector.score;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import java.util.List;
import java.util.Random;

/**
 * A small network with a record, and each of the scores that look at more than its residual.
 *
 * @param score one of them
 */
record ScoredRecordCase(
    Network network,
    ResidualScore score,
    float[] input,
    float[] latent,
    float[] reconstruction,
    boolean[] observed) {

  static final ResidualKind[] KINDS = {
    ResidualKind.LATENT_DENSITY,
    ResidualKind.MULTI_SCALE,
    ResidualKind.RECONSTRUCTION_PROBABILITY,
    ResidualKind.SUPERVISED
  };

  static ScoredRecordCase of(ResidualKind kind, int width, Random random) {
    int latentWidth = 1 + random.nextInt(4);
    Network network =
        new Network(
            List.of(
                dense(width, latentWidth, Activation.TANH, random),
                dense(latentWidth, width, Activation.IDENTITY, random)),
            1);
    float[] input = values(random, width);
    float[] latent = new float[latentWidth];
    float[] reconstruction = new float[width];
    new NetworkRunner(network).run(input, 1, latent, reconstruction);
    boolean[] observed = new boolean[width];
    for (int i = 0; i < width; i++) {
      observed[i] = random.nextInt(4) > 0;
    }
    observed[random.nextInt(width)] = true;
    return new ScoredRecordCase(
        network, score(kind, network, random), input, latent, reconstruction, observed);
  }

  private static ResidualScore score(ResidualKind kind, Network network, Random random) {
    int width = network.width();
    int latentWidth = network.latentWidth();
    return switch (kind) {
      case LATENT_DENSITY -> {
        int wide = latentWidth + 2 * random.nextInt(2);
        yield new LatentDensity(latentWidth, mixture(wide, 3, random), positive(random, width));
      }
      case MULTI_SCALE ->
          new MultiScaleResidual(
              network,
              new float[] {0.1f, 0.5f},
              values(random, 3 * width),
              positive(random, 2 * width));
      case RECONSTRUCTION_PROBABILITY ->
          new ReconstructionProbability(
              network,
              List.of(dense(width, latentWidth, Activation.IDENTITY, random)),
              positive(random, width),
              values(random, 5 * latentWidth));
      case SUPERVISED ->
          new SupervisedScore(
              new StandardisedResidual(positive(random, width)),
              List.of(
                  dense(latentWidth, 3, Activation.TANH, random),
                  dense(3, 1, Activation.IDENTITY, random)),
              new ExponentialTail(random.nextGaussian(), 0.1 + random.nextDouble()),
              new ExponentialTail(random.nextGaussian(), 0.1 + random.nextDouble()));
      default -> throw new AssertionError(kind);
    };
  }

  static GaussianMixture mixture(int width, int components, Random random) {
    float[] factors = new float[components * width * width];
    for (int k = 0; k < components; k++) {
      for (int row = 0; row < width; row++) {
        int at = (k * width + row) * width;
        for (int i = 0; i < row; i++) {
          factors[at + i] = (float) random.nextGaussian();
        }
        factors[at + row] = 0.2f + random.nextFloat();
      }
    }
    return new GaussianMixture(
        width, positive(random, components), values(random, components * width), factors);
  }

  double value() {
    return score.score(input, latent, reconstruction, observed);
  }

  private static Layer dense(int inputs, int outputs, Activation activation, Random random) {
    return new DenseLayer(
        inputs, outputs, values(random, inputs * outputs), values(random, outputs), activation);
  }

  static float[] positive(Random random, int length) {
    float[] values = values(random, length);
    for (int i = 0; i < length; i++) {
      values[i] = 0.1f + Math.abs(values[i]);
    }
    return values;
  }

  static float[] values(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
