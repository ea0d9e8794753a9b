package io.residua.detector.history;

import java.util.Map;
import java.util.TreeMap;

/**
 * What keys begin with, fitted to the training data: for each keyed number that compares a value
 * with the key's own, by its name. Immutable.
 *
 * @param byName populations of each such number
 */
public record FittedPopulations(Map<String, OfField> byName) {
  public static final FittedPopulations NONE = new FittedPopulations(Map.of());

  /** The most cohorts that are told apart; rarer ones count as all keys. */
  public static final int MOST_COHORTS = 1_000;

  public FittedPopulations {
    byName = Map.copyOf(byName);
  }

  /**
   * @param all of all keys
   * @param cohorts by the value of the cohort's field; at most {@value #MOST_COHORTS}
   */
  public record OfField(Population all, Map<String, Population> cohorts) {
    public OfField {
      cohorts = Map.copyOf(cohorts);
      if (cohorts.size() > MOST_COHORTS) {
        throw new IllegalArgumentException(
            "expected at most %d cohorts, found %d".formatted(MOST_COHORTS, cohorts.size()));
      }
    }
  }

  /** In the order of names, for writing. */
  public Map<String, OfField> sorted() {
    return new TreeMap<>(byName);
  }
}
