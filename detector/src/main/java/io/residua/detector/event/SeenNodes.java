package io.residua.detector.event;

import java.util.Arrays;

/** Which nodes of a {@link PathNode.Tree} the current record has shown; cleared in one step. */
final class SeenNodes {
  private final int[] record;
  private int current;

  SeenNodes(PathNode.Tree tree) {
    this.record = new int[tree.nodes()];
  }

  void nextRecord() {
    if (++current == 0) {
      Arrays.fill(record, 0);
      current = 1;
    }
  }

  /** Null, or that the node was here before in this record. */
  Rejection see(PathNode node) {
    if (record[node.number()] == current) {
      return new Rejection(
          RejectReason.MALFORMED, "expected field %s once, found it twice".formatted(node.path()));
    }
    record[node.number()] = current;
    return null;
  }
}
