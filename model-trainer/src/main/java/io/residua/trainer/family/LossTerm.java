package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import java.util.List;
import java.util.Optional;

/** One summand of an autoencoder's loss. */
@FunctionalInterface
public interface LossTerm {
  /**
   * @return 1 × 1
   */
  Node of(Pass pass);

  /**
   * What went wrong with this part of the training, in sentences.
   *
   * @param heldOut rows that were not trained on
   */
  default List<String> warnings(Pass heldOut) {
    return List.of();
  }

  /** Weights of its own, which are learned with the network's. */
  default Parameters parameters() {
    return new Parameters(List.of());
  }

  /** Standard deviation of each feature around the decoder's output, where it is learned. */
  default Optional<float[]> noise() {
    return Optional.empty();
  }

  /** The layers from the latent vector to the log-odds of an anomaly, of a supervised head. */
  default Optional<List<Layer>> head() {
    return Optional.empty();
  }

  /**
   * Whether held-out rows are judged by this instead of the squared error of their reconstruction.
   */
  default boolean judges() {
    return false;
  }
}
