package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;

/**
 * The mean entropy of the weights by which records are put together from a memory, {@code α E(ŵ)}
 * with {@code E(ŵ) = −Σ ŵ_i ln ŵ_i} (Gong et al., "Memorizing Normality to Detect Anomaly", 2019,
 * equations 10 and 12): the fewer items a record takes, the less the network can copy.
 *
 * @param weight α
 */
record AddressingEntropy(double weight) implements LossTerm {
  @Override
  public Node of(Pass pass) {
    return pass.code().addressing().orElseThrow().entropies().mean().scaled(weight);
  }
}
