package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;

/** One summand of an autoencoder's loss. */
@FunctionalInterface
public interface LossTerm {
  /**
   * @return 1 × 1
   */
  Node of(Pass pass);
}
