package io.residua.detector.history;

import io.residua.detector.event.Event;
import java.util.Map;
import java.util.Objects;

/**
 * What a key begins with: its cohort's population, else that of all keys. Immutable.
 *
 * @param all of all keys
 * @param cohortField index of the field that names the cohort; -1 where there is none
 * @param cohorts by the field's value
 */
record Populations(Population all, int cohortField, Map<String, Population> cohorts) {
  Populations {
    Objects.requireNonNull(all, "all");
    cohorts = Map.copyOf(cohorts);
  }

  Population of(Event event) {
    String cohort = cohortField < 0 ? null : event.text(cohortField);
    return cohort == null ? all : cohorts.getOrDefault(cohort, all);
  }
}
