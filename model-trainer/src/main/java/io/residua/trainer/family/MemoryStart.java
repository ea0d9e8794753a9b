package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.SplittableRandom;

/**
 * Where a memory begins: at the latent vectors of records that are drawn, so that every item is
 * near something that will look for it. Items that are drawn at random may never be.
 */
final class MemoryStart {
  /** Keeps apart items of equal records, and of a length above 0. */
  private static final double APART = 1e-2;

  private MemoryStart() {}

  /** Items × latent. */
  static Parameter items(
      Composition autoencoder, FeatureMatrix training, int items, SplittableRandom random) {
    int[] rows = random.ints(items, 0, training.rows()).toArray();
    FeatureMatrix drawn = training.select(rows);
    Tape tape = new Tape();
    Node latent = autoencoder.latent(tape, tape.constant(drawn.width(), drawn.values()));
    float[] values = latent.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (APART * random.nextGaussian());
    }
    return new Parameter(items, latent.columns(), values);
  }
}
