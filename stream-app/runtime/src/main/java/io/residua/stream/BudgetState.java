package io.residua.stream;

import io.residua.detector.BudgetKeeper;
import io.residua.detector.Detector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a task's budget has seen, where its budget needs that. */
final class BudgetState {
  private static final Logger LOG = LoggerFactory.getLogger(BudgetState.class);
  private static final String KEY = "budget";

  private BudgetState() {}

  /** The budget of a task, as it was at its last commit. */
  static BudgetKeeper keeper(Detector detector, Place place, Task task) {
    BudgetKeeper keeper = BudgetKeeper.watching(detector, 1.0 / task.partitions());
    if (place.scores() && keeper.hasState()) {
      KeyStates states = task.stores().apply(Place.BUDGET_STORE);
      restore(keeper, states.get(KEY));
      states.atCommit(KEY, keeper::state);
    }
    return keeper;
  }

  private static void restore(BudgetKeeper keeper, byte[] state) {
    if (state == null) {
      return;
    }
    try {
      keeper.restore(state);
    } catch (IllegalArgumentException e) {
      LOG.warn("Budget begun afresh: {}", e.getMessage());
    }
  }
}
