package io.residua.trainer.latent;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * t-SNE with all pairs (van der Maaten and Hinton, "Visualizing data using t-SNE", JMLR 9, 2008):
 * gradient descent on {@link NeighbourDivergence} with momentum, a gain for each coordinate, and
 * attraction exaggerated in the beginning. Settings are the paper's, but for half of its 1,000
 * steps.
 *
 * <p>It begins at the principal components instead of at random, so that what is far apart has a
 * chance to stay so (Kobak and Berens, "The art of using t-SNE for single-cell transcriptomics",
 * 2019); a little noise lets points leave a line. Time is {@code steps × points²}.
 *
 * @param places of the points
 * @param divergence where it ended, in nats
 */
record NeighbourEmbedding(Places places, double divergence) {
  static final double MOST_PERPLEXITY = 30;
  static final int STEPS = 500;
  private static final int EXAGGERATED_STEPS = 50;
  private static final double EXAGGERATION = 4;
  private static final int HESITANT_STEPS = 250;
  private static final double HESITANT_MOMENTUM = 0.5;
  private static final double MOMENTUM = 0.8;
  private static final double RATE = 100;
  private static final double LEAST_GAIN = 0.01;
  private static final double START = 1e-4;
  private static final double NOISE = 1e-6;

  /** A third of the other points at most, so that neighbours are not simply all. */
  static double perplexity(int points) {
    return Math.max(1, Math.min(MOST_PERPLEXITY, (points - 1) / 3.0));
  }

  /**
   * @param distances of the points
   * @param start where each begins, up to a factor
   */
  static NeighbourEmbedding of(double[][] distances, Places start, long seed) {
    return of(distances, start, seed, STEPS);
  }

  static NeighbourEmbedding of(double[][] distances, Places start, long seed, int steps) {
    NeighbourDivergence divergence =
        new NeighbourDivergence(NeighbourProbabilities.of(distances, perplexity(distances.length)));
    RandomGenerator random = new SplittableRandom(seed);
    double scale = START / deviation(start.x());
    Descent x = new Descent(start.x(), scale, random);
    Descent y = new Descent(start.y(), scale, random);
    for (int step = 0; step < steps; step++) {
      NeighbourDivergence.Gradient gradient =
          divergence.gradient(x.at, y.at, step < EXAGGERATED_STEPS ? EXAGGERATION : 1);
      double momentum = step < HESITANT_STEPS ? HESITANT_MOMENTUM : MOMENTUM;
      x.step(gradient.x(), momentum);
      y.step(gradient.y(), momentum);
    }
    return new NeighbourEmbedding(new Places(x.at, y.at), divergence.at(x.at, y.at));
  }

  private static double deviation(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  /** One axis: a coordinate whose gradient keeps pointing on gets a larger gain (Jacobs 1988). */
  private static final class Descent {
    private final double[] at;
    private final double[] speed;
    private final double[] gains;

    private Descent(double[] start, double scale, RandomGenerator random) {
      this.at = new double[start.length];
      this.speed = new double[start.length];
      this.gains = new double[start.length];
      Arrays.fill(gains, 1);
      Arrays.setAll(at, i -> start[i] * scale + NOISE * random.nextGaussian());
    }

    private void step(double[] gradient, double momentum) {
      double mean = 0;
      for (int i = 0; i < at.length; i++) {
        boolean on = gradient[i] > 0 != speed[i] > 0;
        gains[i] = on ? gains[i] + 0.2 : Math.max(LEAST_GAIN, gains[i] * 0.8);
        speed[i] = momentum * speed[i] - RATE * gains[i] * gradient[i];
        at[i] += speed[i];
        mean += at[i] / at.length;
      }
      for (int i = 0; i < at.length; i++) {
        at[i] -= mean;
      }
    }
  }
}
