package io.residua.trainer.train;

import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.network.Prior;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What fitting gives.
 *
 * @param network with the best weights
 * @param logVariance layers from a record to the logarithm of its posterior's variance, in families
 *     that have one; its mean is the latent vector
 * @param prior of families whose latent vectors follow one
 * @param head layers from the latent vector to the log-odds of an anomaly, where labelled ones were
 *     trained with
 * @param history how it went
 * @param settings every effective setting
 */
public record FittedAutoencoder(
    Network network,
    Optional<List<Layer>> logVariance,
    Optional<Prior> prior,
    Optional<List<Layer>> head,
    TrainingHistory history,
    Map<String, String> settings) {
  public FittedAutoencoder {
    settings = Map.copyOf(settings);
  }

  /** One without a posterior, prior or head. */
  public FittedAutoencoder(Network network, TrainingHistory history, Map<String, String> settings) {
    this(network, Optional.empty(), Optional.empty(), Optional.empty(), history, settings);
  }
}
