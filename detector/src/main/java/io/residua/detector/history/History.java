package io.residua.detector.history;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.EventLayout;
import java.util.List;

/**
 * All that a detector remembers of its keys: its stages, in the order in which an event passes
 * them. A stage may read numbers that earlier ones made; the last one is by the event's own key
 * where any is. Immutable.
 */
public final class History {
  private final List<HistoryStage> stages;
  private final FittedHistory fitted;

  private History(List<HistoryStage> stages, FittedHistory fitted) {
    this.stages = List.copyOf(stages);
    this.fitted = fitted;
  }

  /**
   * What a definition remembers.
   *
   * @param layout the definition's
   * @param fitted what training left behind
   * @throws IllegalArgumentException when a population that the definition needs is missing
   */
  public static History of(
      DetectorDefinition definition, EventLayout layout, FittedHistory fitted) {
    return new History(new StageCompiler(definition, layout, fitted).stages(), fitted);
  }

  /** In order; none where the definition has no keyed features. */
  public List<HistoryStage> stages() {
    return stages;
  }

  public boolean isEmpty() {
    return stages.isEmpty();
  }

  public FittedHistory fitted() {
    return fitted;
  }
}
