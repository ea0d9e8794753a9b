package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.Optional;

/** What latent vectors, or some of their numbers, are to be distributed like. */
interface LatentPrior {
  /** No two latent numbers have to do with each other, each of mean 0 and variance 1. */
  LatentPrior STANDARD_NORMAL = (step, rows, latent) -> step.normal(rows, latent);

  /**
   * One draw for each row of a batch.
   *
   * @return rows × latent
   */
  Node draw(Step step, int rows, int latent);

  /** About the standard deviation of each number of a draw, by which noise on it is sized. */
  default double deviation() {
    return 1;
  }

  /** What a discriminator is told of each row of a batch, drawn or made: rows × any width. */
  default Optional<Node> labels(Step step) {
    return Optional.empty();
  }

  /** How much each row of a batch counts: rows × 1; empty where all count alike. */
  default Optional<Node> weights(Step step) {
    return Optional.empty();
  }
}
