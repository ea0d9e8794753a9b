package io.residua.trainer.family;

import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where a mixture begins: its estimation network is taught the groups that k-means finds among the
 * latent vectors. Memberships that begin nearly equal soon end in one component for all.
 */
final class MixtureStart {
  private static final int MOST_ROWS = 512;
  private static final int ITERATIONS = 10;
  private static final int STEPS = 200;
  private static final double LEARNING_RATE = 0.02;

  private MixtureStart() {}

  /** Teaches the network of a mixture's code. */
  static Composition at(Composition mixture, FeatureMatrix training, SplittableRandom random) {
    MixtureCode code = (MixtureCode) mixture.code();
    int most = Math.min(MOST_ROWS, training.rows());
    FeatureMatrix rows = training.select(random.ints(most, 0, training.rows()).toArray());
    Tape tape = new Tape();
    Pass pass = mixture.pass(Step.heldOut(tape, rows));
    float[] values = MixtureEnergy.points(pass).values().clone();
    Node latent = pass.code().mean();
    float[] groups = groups(latent.values(), latent.columns(), code.components(), random);
    int width = latent.columns() + Rebuilt.WIDTH;
    tape.clear();
    Parameters parameters = code.estimation().parameters();
    Adam adam = new Adam(parameters);
    for (int step = 0; step < STEPS; step++) {
      parameters.clearGradients();
      Node logits = code.estimation().of(tape, tape.constant(width, values));
      Node right = logits.times(tape.constant(code.components(), groups)).rowSums();
      tape.backward(logits.logSumExponentials().minus(right).mean());
      adam.step(LEARNING_RATE);
      tape.clear();
    }
    return mixture;
  }

  /** Rows × groups: 1 for the group that a row is of, by Lloyd's k-means. */
  private static float[] groups(float[] values, int width, int count, SplittableRandom random) {
    float[] centres = farApart(values, width, count, random);
    int rows = values.length / width;
    float[] chosen = new float[rows * count];
    for (int i = 0; i < ITERATIONS; i++) {
      Arrays.fill(chosen, 0);
      float[] sums = new float[count * width];
      int[] sizes = new int[count];
      for (int row = 0; row < rows; row++) {
        int group = nearest(values, row * width, centres, width);
        chosen[row * count + group] = 1;
        sizes[group]++;
        for (int j = 0; j < width; j++) {
          sums[group * width + j] += values[row * width + j];
        }
      }
      for (int j = 0; j < sums.length; j++) {
        centres[j] = sizes[j / width] == 0 ? centres[j] : sums[j] / sizes[j / width];
      }
    }
    return chosen;
  }

  /** A row that is drawn, then each time the one that is farthest from those before. */
  private static float[] farApart(float[] values, int width, int count, SplittableRandom random) {
    float[] centres = new float[count * width];
    double[] nearest = new double[values.length / width];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int next = random.nextInt(nearest.length);
    for (int k = 0; k < count; k++) {
      System.arraycopy(values, next * width, centres, k * width, width);
      for (int row = 0; row < nearest.length; row++) {
        nearest[row] =
            Math.min(nearest[row], squaredDistance(values, row * width, centres, k * width, width));
        next = nearest[row] > nearest[next] ? row : next;
      }
    }
    return centres;
  }

  private static int nearest(float[] values, int from, float[] centres, int width) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < centres.length / width; k++) {
      double distance = squaredDistance(values, from, centres, k * width, width);
      nearest = distance < least ? k : nearest;
      least = Math.min(distance, least);
    }
    return nearest;
  }

  private static double squaredDistance(float[] left, int from, float[] right, int at, int width) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      double difference = left[from + i] - right[at + i];
      sum += difference * difference;
    }
    return sum;
  }
}
