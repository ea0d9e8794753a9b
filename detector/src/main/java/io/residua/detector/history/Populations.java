package io.residua.detector.history;

import io.residua.detector.event.Event;
import java.util.HashMap;
import java.util.Map;

/**
 * What a key begins with: what it was itself in training, else its cohort's population, else that
 * of all keys. Immutable.
 */
final class Populations {
  private final Prior all;
  private final int cohortField;
  private final Map<String, Prior> cohorts;
  private final KeyReader keyReader;
  private final Map<String, Prior> keys;

  /**
   * @param cohortField index of the field that names the cohort; -1 where there is none
   * @param keyReader reads the key
   * @param memory how many of a key's events in training count at most
   */
  Populations(FittedPopulations.OfField fitted, int cohortField, KeyReader keyReader, int memory) {
    double smallest = DeviationTracker.SMALLEST_SPREAD * fitted.all().deviation();
    this.all = Prior.of(fitted.all(), DeviationTracker.PRIOR_EVENTS, smallest);
    this.cohortField = cohortField;
    this.cohorts = new HashMap<>();
    fitted
        .cohorts()
        .forEach(
            (name, cohort) ->
                cohorts.put(
                    name,
                    Prior.of(
                        cohort,
                        DeviationTracker.PRIOR_EVENTS,
                        DeviationTracker.SMALLEST_SPREAD * cohort.deviation())));
    this.keyReader = keyReader;
    this.keys = new HashMap<>();
    fitted.keys().forEach((key, own) -> keys.put(key, all.and(own, memory)));
  }

  Prior of(Event event) {
    Prior own = keys.isEmpty() ? null : keys.get(keyReader.read(event));
    if (own != null) {
      return own;
    }
    String cohort = cohortField < 0 ? null : event.text(cohortField);
    return cohort == null ? all : cohorts.getOrDefault(cohort, all);
  }
}
