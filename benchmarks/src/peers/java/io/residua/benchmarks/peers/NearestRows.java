package io.residua.benchmarks.peers;

import io.residua.benchmarks.ThirtyFeatures;
import io.residua.detector.network.SquaredDistances;
import java.util.Arrays;
import java.util.Random;

/**
 * The distance to the fifth nearest of 10,000 rows, by looking at each of them, with the distances
 * that this project's own prototypes use: vectors where the JVM has them.
 */
final class NearestRows {
  private static final int ROWS = 10_000;
  private static final int NEIGHBOURS = 5;

  private final SquaredDistances kernel = SquaredDistances.best();
  private final int points = (ROWS + kernel.lanes() - 1) / kernel.lanes() * kernel.lanes();
  private final float[] byCoordinate = new float[points * ThirtyFeatures.FIELDS];
  private final float[] distances = new float[points];
  private final boolean[] observed = new boolean[ThirtyFeatures.FIELDS];
  private final float[] nearest = new float[NEIGHBOURS];

  NearestRows() {
    Arrays.fill(observed, true);
    Random random = new Random(ThirtyFeatures.SEED);
    for (int row = 0; row < ROWS; row++) {
      double[] values = ThirtyFeatures.values(random);
      for (int i = 0; i < values.length; i++) {
        byCoordinate[i * points + row] = (float) values[i];
      }
    }
  }

  double score(float[] record) {
    kernel.compute(byCoordinate, points, record, observed, 0, ThirtyFeatures.FIELDS, distances);
    Arrays.fill(nearest, Float.POSITIVE_INFINITY);
    for (int row = 0; row < ROWS; row++) {
      if (distances[row] < nearest[NEIGHBOURS - 1]) {
        insert(distances[row]);
      }
    }
    return Math.sqrt(nearest[NEIGHBOURS - 1]);
  }

  private void insert(float distance) {
    int at = NEIGHBOURS - 1;
    while (at > 0 && nearest[at - 1] > distance) {
      nearest[at] = nearest[at - 1];
      at--;
    }
    nearest[at] = distance;
  }
}
