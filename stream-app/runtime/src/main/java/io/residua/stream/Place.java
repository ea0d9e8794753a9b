package io.residua.stream;

import io.residua.detector.BudgetKeeper;
import io.residua.detector.Detector;
import io.residua.detector.ScoringBatch;
import io.residua.detector.event.Event;
import io.residua.detector.history.HistoryStage;
import java.util.Objects;
import java.util.Optional;

/**
 * Where records with one key come together, so that the key's state is there: a stop on a record's
 * way through the job. Immutable.
 *
 * @param name names its topic; the same for the same key, whatever else a definition asks for
 * @param stage of the history whose states are kept here, where any are
 * @param scores whether records are scored here
 * @param alerts whether the alert policy's states are kept here
 */
public record Place(String name, Optional<HistoryStage> stage, boolean scores, boolean alerts) {
  /** Name of the store of the alert policy's states. */
  public static final String ALERT_STORE = "alerts";

  /** Name of the store of what the budget has seen. */
  public static final String BUDGET_STORE = "budget";

  public Place {
    Objects.requireNonNull(stage, "stage");
  }

  /** Whether only alerts come here, not records. */
  public boolean onlyAlerts() {
    return alerts && !scores;
  }

  /** By what events come together here; empty where the event has no such value. */
  Optional<String> key(Event event) {
    return stage.isPresent() ? stage.get().key(event) : Optional.ofNullable(event.key());
  }

  /** Whether what the budget has seen is kept here. */
  public boolean keepsBudget(Detector detector) {
    return scores && BudgetKeeper.watching(detector, 1).hasState();
  }

  /**
   * Whether records are held here, for a run of the network for many of them. Where keys have
   * states they are not: an event's features hang on the score of the one before it.
   */
  public boolean holds(Detector detector) {
    return scores && stage.isEmpty() && ScoringBatch.pays(detector);
  }

  /** Name of the store of a stage's states. */
  public static String storeOf(HistoryStage stage) {
    return "history-" + PlaceNames.by(stage.by());
  }
}
