package io.residua.trainer.train;

import io.residua.detector.network.Network;
import java.util.Map;

/**
 * What fitting gives.
 *
 * @param network with the best weights
 * @param history how it went
 * @param settings every effective setting
 */
public record FittedAutoencoder(
    Network network, TrainingHistory history, Map<String, String> settings) {
  public FittedAutoencoder {
    settings = Map.copyOf(settings);
  }
}
