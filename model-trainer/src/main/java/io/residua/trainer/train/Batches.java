package io.residua.trainer.train;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.SplittableRandom;

/**
 * Mini-batches in shuffled order, epoch after epoch: each row comes once an epoch, and a batch may
 * span two epochs, so that all have the same size.
 */
final class Batches {
  private final FeatureMatrix matrix;
  private final SplittableRandom random;
  private final int[] order;
  private int next;

  Batches(FeatureMatrix matrix, SplittableRandom random) {
    this.matrix = matrix;
    this.random = random;
    this.order = new int[matrix.rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    shuffle();
  }

  /**
   * Copies the next rows.
   *
   * @param values receives whole rows
   * @param observed receives 1 for observed entries, else 0; of the same length
   */
  void next(float[] values, float[] observed) {
    int width = matrix.width();
    for (int to = 0; to < values.length; to += width) {
      if (next == order.length) {
        shuffle();
      }
      int from = order[next++] * width;
      System.arraycopy(matrix.values(), from, values, to, width);
      for (int i = 0; i < width; i++) {
        observed[to + i] = matrix.observed()[from + i] ? 1 : 0;
      }
    }
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    next = 0;
  }
}
