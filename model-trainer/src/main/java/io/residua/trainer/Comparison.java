package io.residua.trainer;

import io.residua.trainer.trial.TrialTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model was compared with, in words.
 *
 * @param lines by name, in order
 * @param beatenBy a sentence where something that is no candidate was better; else empty
 * @param trials what else was tried; empty where nothing was
 */
record Comparison(
    Map<String, String> lines, Optional<String> beatenBy, Optional<TrialTable> trials) {
  /** With nothing. */
  static final Comparison NONE = new Comparison(Map.of(), Optional.empty(), Optional.empty());

  Comparison {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  /** With what else was tried. */
  static Comparison of(TrialTable trials) {
    return new Comparison(Map.of("trials", trials.why()), Optional.empty(), Optional.of(trials));
  }

  /** This one, then another. */
  Comparison and(Comparison next) {
    Map<String, String> both = new LinkedHashMap<>(lines);
    both.putAll(next.lines);
    return new Comparison(both, beatenBy.or(() -> next.beatenBy), trials.or(() -> next.trials));
  }
}
