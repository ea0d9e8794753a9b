package io.residua.trainer.train;

import java.util.SplittableRandom;

/**
 * Mini-batches in shuffled order, epoch after epoch: each row comes once an epoch, and a batch may
 * span two epochs, so that all have the same size.
 */
final class Batches {
  private final SplittableRandom random;
  private final int[] order;
  private int next;

  /**
   * @param rows how many rows there are, at least 1
   */
  Batches(int rows, SplittableRandom random) {
    this.random = random;
    this.order = new int[rows];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    shuffle();
  }

  /** Fills an array with the numbers of the next rows. */
  void next(int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      if (next == order.length) {
        shuffle();
      }
      rows[i] = order[next++];
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
