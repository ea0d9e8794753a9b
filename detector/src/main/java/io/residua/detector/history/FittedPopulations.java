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

  /** The most cohorts, or keys, that are told apart; rarer ones count as all keys. */
  public static final int MOST_COHORTS = 1_000;

  public FittedPopulations {
    byName = Map.copyOf(byName);
  }

  /**
   * @param all of all keys
   * @param cohorts by the value of the cohort's field; at most {@value #MOST_COHORTS}
   * @param keys by the key; at most {@value #MOST_COHORTS}; none where keys do not begin with what
   *     they were in training
   */
  public record OfField(
      Population all, Map<String, Population> cohorts, Map<String, FittedKey> keys) {
    public OfField {
      cohorts = atMost("cohorts", cohorts);
      keys = atMost("keys", keys);
    }

    private static <V> Map<String, V> atMost(String what, Map<String, V> entries) {
      if (entries.size() > MOST_COHORTS) {
        throw new IllegalArgumentException(
            "expected at most %d %s, found %d".formatted(MOST_COHORTS, what, entries.size()));
      }
      return Map.copyOf(entries);
    }
  }

  /** In the order of names, for writing. */
  public Map<String, OfField> sorted() {
    return new TreeMap<>(byName);
  }
}
