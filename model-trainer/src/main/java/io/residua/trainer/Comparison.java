package io.residua.trainer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model was compared with, in words.
 *
 * @param lines by name, in order
 * @param beatenBy a sentence where something that is no candidate was better; else empty
 */
record Comparison(Map<String, String> lines, Optional<String> beatenBy) {
  /** With nothing. */
  static final Comparison NONE = new Comparison(Map.of(), Optional.empty());

  Comparison {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  /** This one, then another. */
  Comparison and(Comparison next) {
    Map<String, String> both = new LinkedHashMap<>(lines);
    both.putAll(next.lines);
    return new Comparison(both, beatenBy.or(() -> next.beatenBy));
  }
}
