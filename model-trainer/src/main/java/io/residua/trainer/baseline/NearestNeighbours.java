package io.residua.trainer.baseline;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The distance to the {@value #NEIGHBOURS}th nearest row (Ramaswamy, Rastogi and Shim, "Efficient
 * Algorithms for Mining Outliers from Large Data Sets", 2000), among at most {@value #MOST_ROWS}
 * rows chosen at random. Its cost grows with the rows, which is why it is a baseline only.
 */
final class NearestNeighbours implements FittedBaseline {
  static final int NEIGHBOURS = 5;
  static final int MOST_ROWS = 20_000;

  private final int count;
  private final float[] byFeature;
  private final float[] distances;

  private NearestNeighbours(FeatureMatrix rows) {
    this.count = rows.rows();
    this.byFeature = new float[rows.values().length];
    this.distances = new float[count];
    for (int at = 0; at < byFeature.length; at++) {
      byFeature[at % rows.width() * count + at / rows.width()] = rows.values()[at];
    }
  }

  static NearestNeighbours fit(FeatureMatrix rows, long seed) {
    return new NearestNeighbours(sample(rows, MOST_ROWS, new SplittableRandom(seed)));
  }

  /** Different rows, each with the same chance; all where there are no more. */
  static FeatureMatrix sample(FeatureMatrix rows, int most, SplittableRandom random) {
    if (rows.rows() <= most) {
      return rows;
    }
    int[] order = IntStream.range(0, rows.rows()).toArray();
    for (int i = 0; i < most; i++) {
      int other = i + random.nextInt(order.length - i);
      int chosen = order[other];
      order[other] = order[i];
      order[i] = chosen;
    }
    return rows.select(Arrays.copyOf(order, most));
  }

  @Override
  public double score(float[] values) {
    Arrays.fill(distances, 0);
    for (int i = 0; i < values.length; i++) {
      add(values[i], i * count);
    }
    return Math.sqrt(nth(Math.min(NEIGHBOURS, count)));
  }

  private void add(float value, int from) {
    for (int k = 0; k < count; k++) {
      float difference = value - byFeature[from + k];
      distances[k] += difference * difference;
    }
  }

  /** The nth smallest distance, from 1. */
  private double nth(int n) {
    float[] smallest = new float[n];
    Arrays.fill(smallest, Float.POSITIVE_INFINITY);
    for (float distance : distances) {
      if (distance < smallest[n - 1]) {
        int at = n - 1;
        while (at > 0 && smallest[at - 1] > distance) {
          smallest[at] = smallest[at - 1];
          at--;
        }
        smallest[at] = distance;
      }
    }
    return smallest[n - 1];
  }
}
