package io.residua.trainer.family;

import io.residua.detector.network.MemoryLayer;
import io.residua.detector.network.MemoryLayer.Addressing;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;

/**
 * A memory in training: {@link MemoryLayer}'s equations, with gradients to its items as to what
 * reads them.
 *
 * @param items one a row, items × latent
 */
record Memory(Parameter items, Addressing by) {
  /** Squares of lengths are at least this, so that what has no length has no direction either. */
  private static final double SHORTEST = 1e-12;

  /** Sums of weights are at least this, so that those of no weight at all stay 0. */
  private static final double LIGHTEST = 1e-12;

  /**
   * How much of each item a vector is put together from.
   *
   * @param latent rows × latent
   * @return rows × items; each row is at least 0 and adds up to 1, or is 0 where no weight is above
   *     the threshold
   */
  Node weights(Tape tape, Node latent) {
    Node similarity = direction(latent).product(direction(tape.variable(items)).transposed());
    Node soft = similarity.scaled(by.sharpness()).softmax();
    Node above = soft.shifted(-by.threshold()).atLeast(0);
    Node hard = above.times(soft).over(above.shifted(by.epsilon()));
    return hard.over(hard.rowSums().atLeast(LIGHTEST));
  }

  /** What those weights make of the items: rows × latent. */
  Node read(Tape tape, Node weights) {
    return weights.product(tape.variable(items));
  }

  private static Node direction(Node rows) {
    return rows.over(rows.squared().rowSums().atLeast(SHORTEST).squareRoot());
  }

  MemoryLayer exported() {
    return new MemoryLayer(items.columns(), items.values(), by);
  }
}
