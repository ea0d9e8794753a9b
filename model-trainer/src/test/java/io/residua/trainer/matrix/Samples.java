package io.residua.trainer.matrix;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.TrainingSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small matrices and settings for tests. */
public final class Samples {
  private Samples() {}

  public static ModelSpec spec(Family family, Integer latent, int steps) {
    return spec(family, latent, new TrainingSpec(steps, 64, 0.01, 0.2, 10));
  }

  public static ModelSpec spec(Family family, Integer latent, TrainingSpec training) {
    return new ModelSpec(
        family,
        family == Family.LINEAR ? List.of() : List.of(16),
        Optional.ofNullable(latent),
        Optional.empty(),
        new CorruptionSpec(Corruption.MASKING, 0.2),
        Optional.empty(),
        training);
  }

  /**
   * Settings as a definition gives them.
   *
   * @param model keys under {@code model} and their values, with commas between
   */
  public static ModelSpec spec(String model) {
    try {
      return DefinitionParser.parse(
              "detector: d%ninput: { topic: t }%nfeatures: [ { field: x, transform: none } ]%nmodel: { %s }"
                  .formatted(model),
              null)
          .model();
    } catch (DefinitionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static FeatureMatrix complete(int width, float[] values) {
    boolean[] observed = new boolean[values.length];
    Arrays.fill(observed, true);
    return new FeatureMatrix(width, values, observed);
  }

  /** Rows near a plane of two dimensions in {@code width}, with variances 4 and 1 on it. */
  public static FeatureMatrix plane(int rows, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] axes = axes(width);
    float[] values = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      double a = 2 * random.nextGaussian();
      double b = random.nextGaussian();
      for (int i = 0; i < width; i++) {
        double noise = 0.05 * random.nextGaussian();
        values[row * width + i] = (float) (a * axes[0][i] + b * axes[1][i] + noise);
      }
    }
    return complete(width, values);
  }

  /** Two orthogonal unit vectors that span the plane. */
  public static double[][] axes(int width) {
    double[][] axes = new double[2][width];
    for (int i = 0; i < width; i++) {
      axes[0][i] = 1 / Math.sqrt(width);
      axes[1][i] = (i % 2 == 0 ? 1 : -1) / Math.sqrt(width);
    }
    return axes;
  }

  /** Points on a curved line in three dimensions: (t, t², sin 3t). */
  public static FeatureMatrix curve(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * 3];
    for (int row = 0; row < rows; row++) {
      double t = 2 * random.nextDouble() - 1;
      values[row * 3] = (float) (1.7 * t);
      values[row * 3 + 1] = (float) (3.3 * (t * t - 1 / 3.0));
      values[row * 3 + 2] = (float) (1.4 * Math.sin(3 * t));
    }
    return complete(3, values);
  }

  /**
   * Standardised rows in {@code width}, each made of few of {@code width} hidden causes, so that
   * they fill the space and yet have a sparse description.
   */
  public static FeatureMatrix causes(int rows, int width, long seed) {
    SplittableRandom mixing = new SplittableRandom(1);
    double[][] mix = new double[width][width];
    for (double[] cause : mix) {
      double square = 0;
      for (int i = 0; i < width; i++) {
        cause[i] = mixing.nextGaussian();
        square += cause[i] * cause[i];
      }
      for (int i = 0; i < width; i++) {
        cause[i] /= Math.sqrt(square);
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      for (double[] cause : mix) {
        double strength = random.nextDouble() < 0.2 ? 3 * random.nextGaussian() : 0;
        for (int i = 0; i < width; i++) {
          values[row * width + i] += (float) (strength * cause[i]);
        }
      }
    }
    return complete(width, values);
  }
}
