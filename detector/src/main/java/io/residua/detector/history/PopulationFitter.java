package io.residua.detector.history;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Fits what keys begin with: mean and deviation over all events, and over those of each cohort. */
public final class PopulationFitter {
  /** Cohorts with fewer events count as all keys. */
  static final int FEWEST_EVENTS = 30;

  private final EventTable table;
  private final int[] rows;

  private PopulationFitter(EventTable table, int[] rows) {
    this.table = table;
    this.rows = rows;
  }

  /**
   * @param table events of the definition's layout
   * @param rows those that are normal
   */
  public static FittedPopulations fit(DetectorDefinition definition, EventTable table, int[] rows) {
    PopulationFitter fitter = new PopulationFitter(table, rows);
    Map<String, FittedPopulations.OfField> fitted = new HashMap<>();
    for (KeyedSpec number : definition.keyed()) {
      if (number instanceof Deviation deviation) {
        fitted.put(number.name(), fitter.fit(deviation));
      }
    }
    return new FittedPopulations(fitted);
  }

  private FittedPopulations.OfField fit(Deviation deviation) {
    int field = table.layout().indexOf(deviation.compared(), FieldKind.NUMBER);
    int cohort =
        deviation.cohort().map(name -> table.layout().indexOf(name, FieldKind.TEXT)).orElse(-1);
    Moments all = new Moments();
    Map<String, Moments> cohorts = new HashMap<>();
    for (int row : rows) {
      double value = DeviationTracker.compared(table.number(row, field), deviation.log());
      if (!Double.isNaN(value)) {
        all.add(value);
        String name = cohort < 0 ? null : table.text(row, cohort);
        if (name != null) {
          cohorts.computeIfAbsent(name, each -> new Moments()).add(value);
        }
      }
    }
    return new FittedPopulations.OfField(all.population(), largest(cohorts));
  }

  private static Map<String, Population> largest(Map<String, Moments> cohorts) {
    Map<String, Population> kept = new HashMap<>();
    cohorts.entrySet().stream()
        .filter(entry -> entry.getValue().events >= FEWEST_EVENTS)
        .sorted(
            Comparator.<Map.Entry<String, Moments>>comparingLong(entry -> -entry.getValue().events)
                .thenComparing(Map.Entry::getKey))
        .limit(FittedPopulations.MOST_COHORTS)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue().population()));
    return kept;
  }

  /** Running mean and variance (Welford 1962). */
  private static final class Moments {
    private long events;
    private double mean;
    private double squares;

    private void add(double value) {
      events++;
      double delta = value - mean;
      mean += delta / events;
      squares += delta * (value - mean);
    }

    private Population population() {
      double deviation = events == 0 ? 0 : Math.sqrt(squares / events);
      return new Population(mean, deviation > 0 && Double.isFinite(deviation) ? deviation : 1);
    }
  }
}
