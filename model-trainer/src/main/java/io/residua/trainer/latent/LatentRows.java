package io.residua.trainer.latent;

import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sample of rows with their latent vectors. Rows of which nothing was observed, or whose vector
 * is not finite, are left out.
 *
 * @param rows in the table, ascending
 * @param vectors one for each row
 */
record LatentRows(int[] rows, double[][] vectors) {

  /**
   * @param among rows to choose from
   * @param most rows to choose
   */
  static LatentRows of(
      Network network,
      FeaturePipeline features,
      EventTable events,
      int[] among,
      int most,
      long seed) {
    int[] chosen = sample(among, most, seed);
    FeatureMatrix matrix = FeatureMatrix.of(features, events, chosen);
    NetworkRunner runner = new NetworkRunner(network);
    float[] latent = new float[network.latentWidth()];
    float[] output = new float[network.width()];
    List<Integer> rows = new ArrayList<>();
    List<double[]> vectors = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      int from = i * matrix.width();
      runner.run(
          Arrays.copyOfRange(matrix.values(), from, from + matrix.width()), 1, latent, output);
      if (anyObserved(matrix, i) && isFinite(latent)) {
        rows.add(chosen[i]);
        vectors.add(doubles(latent));
      }
    }
    return new LatentRows(
        rows.stream().mapToInt(Integer::intValue).toArray(), vectors.toArray(double[][]::new));
  }

  int count() {
    return rows.length;
  }

  /** The vectors with others' below. */
  double[][] and(LatentRows below) {
    double[][] joined = Arrays.copyOf(vectors, count() + below.count());
    System.arraycopy(below.vectors, 0, joined, count(), below.count());
    return joined;
  }

  /** Different rows, each with the same chance, ascending. */
  static int[] sample(int[] among, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = among.clone();
    int count = Math.min(most, order.length);
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(order.length - i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    int[] chosen = Arrays.copyOf(order, count);
    Arrays.sort(chosen);
    return chosen;
  }

  private static boolean anyObserved(FeatureMatrix matrix, int row) {
    for (int i = row * matrix.width(); i < (row + 1) * matrix.width(); i++) {
      if (matrix.observed()[i]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }
}
