package io.residua.trainer.family;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Latent vectors of trained networks, beside draws of the prior. */
final class PriorSamples {
  private PriorSamples() {}

  /** Rows of two independent, skewed numbers a and b: (a, b, 1.4 sin(a + b), 0.7 (a − b)). */
  static FeatureMatrix skewed(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * 4];
    for (int from = 0; from < values.length; from += 4) {
      double a = exponential(random);
      double b = exponential(random);
      values[from] = (float) a;
      values[from + 1] = (float) b;
      values[from + 2] = (float) (1.4 * Math.sin(a + b));
      values[from + 3] = (float) (0.7 * (a - b));
    }
    return Samples.complete(4, values);
  }

  /** Rows of three groups in turn, each around a place of its own in four dimensions. */
  static FeatureMatrix groups(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * 4];
    for (int i = 0; i < values.length; i++) {
      double centre = i / 4 % 3 == i % 4 ? 2 : 0;
      values[i] = (float) (centre + 0.4 * random.nextGaussian());
    }
    return Samples.complete(4, values);
  }

  /** Of mean 0 and variance 1. */
  private static double exponential(SplittableRandom random) {
    return -Math.log(1 - random.nextDouble()) - 1;
  }

  static float[] normal(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  static float[] of(Network network, FeatureMatrix rows) {
    float[] latent = new float[rows.rows() * network.latentWidth()];
    new NetworkRunner(network)
        .run(rows.values(), rows.rows(), latent, new float[rows.values().length]);
    return latent;
  }

  /** The same with mean 0 and variance 1 in each column, so that only their shape tells them. */
  static float[] standardised(float[] latent, int width) {
    float[] scaled = new float[latent.length];
    int rows = latent.length / width;
    for (int column = 0; column < width; column++) {
      double mean = 0;
      double square = 0;
      for (int i = column; i < latent.length; i += width) {
        mean += latent[i] / (double) rows;
        square += latent[i] * (double) latent[i] / rows;
      }
      for (int i = column; i < latent.length; i += width) {
        scaled[i] = (float) ((latent[i] - mean) / Math.sqrt(square - mean * mean));
      }
    }
    return scaled;
  }

  /** Whether rows' latent vectors differ from the standard normal distribution: a p-value. */
  static double normality(float[] latent, int width) {
    return TwoSampleTest.pValue(latent, normal(latent.length, 11), width, 12);
  }

  /**
   * @param model the section's content, in braces
   */
  static ModelSpec spec(String model) throws DefinitionException {
    String rest =
        """
        detector: d
        input: { topic: t, format: json }
        features: [ { field: x, transform: none } ]
        model:\s""";
    return DefinitionParser.parse(rest + model, Path.of(".")).model();
  }
}
