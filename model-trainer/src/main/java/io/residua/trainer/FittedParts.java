package io.residua.trainer;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The networks of a model, not yet calibrated.
 *
 * @param global fitted to all rows
 * @param per the field whose values have networks of their own, where the definition names one
 * @param own by value, fitted to the value's rows
 */
record FittedParts(FittedPart global, Optional<PerField> per, SortedMap<String, Own> own) {
  FittedParts {
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
  }

  /** Which value has which network, in words; empty where there is only one. */
  Map<String, String> lines() {
    return per.map(field -> field.lines(own.keySet())).orElse(Map.of());
  }

  /**
   * A value's network.
   *
   * @param heldOut which of the held-out rows are the value's
   */
  record Own(FittedPart part, int[] heldOut) {}
}
