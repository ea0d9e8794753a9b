package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Says so where most items are in no record. */
  @Override
  public List<String> warnings(Pass heldOut) {
    Node weights = heldOut.code().addressing().orElseThrow();
    int items = weights.columns();
    float[] taken = weights.columnSums().values();
    long idle = IntStream.range(0, items).filter(item -> taken[item] == 0).count();
    return 2 * idle <= items
        ? List.of()
        : List.of(
            "%d of the memory's %d items are in no held-out record; fewer model.items would do"
                .formatted(idle, items));
  }
}
