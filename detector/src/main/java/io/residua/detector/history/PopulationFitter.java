package io.residua.detector.history;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Fits what keys begin with: mean and deviation over all events, over those of each cohort, and
 * over those of each key where a number asks for that.
 */
public final class PopulationFitter {
  /** Cohorts and keys with fewer events count as all keys. */
  static final int FEWEST_EVENTS = 30;

  private final DetectorDefinition definition;
  private final EventTable table;
  private final int[] rows;
  private final Map<List<String>, String[]> keysOfRows = new HashMap<>();

  private PopulationFitter(DetectorDefinition definition, EventTable table, int[] rows) {
    this.definition = definition;
    this.table = table;
    this.rows = rows;
  }

  /**
   * @param table events of the definition's layout
   * @param rows those that are normal
   */
  public static FittedPopulations fit(DetectorDefinition definition, EventTable table, int[] rows) {
    PopulationFitter fitter = new PopulationFitter(definition, table, rows);
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
    Map<String, Moments> keys = new HashMap<>();
    String[] keyOfRow =
        deviation.fitted() ? keysOfRows.computeIfAbsent(deviation.by(), this::keysOfRows) : null;
    for (int row : rows) {
      double value = DeviationTracker.compared(table.number(row, field), deviation.log());
      if (!Double.isNaN(value)) {
        all.add(value);
        String name = cohort < 0 ? null : table.text(row, cohort);
        if (name != null) {
          cohorts.computeIfAbsent(name, each -> new Moments()).add(value);
        }
        if (keyOfRow != null && keyOfRow[row] != null) {
          keys.computeIfAbsent(keyOfRow[row], each -> new Moments()).add(value);
        }
      }
    }
    return new FittedPopulations.OfField(
        all.population(),
        largest(cohorts, FEWEST_EVENTS, Moments::population),
        largest(keys, FEWEST_EVENTS, Moments::key));
  }

  private String[] keysOfRows(List<String> by) {
    KeyReader reader = KeyReader.of(by, definition, table.layout());
    String[] keys = new String[table.rows()];
    Event event = new Event(table.layout());
    for (int row : rows) {
      table.read(row, event);
      keys[row] = reader.read(event);
    }
    return keys;
  }

  private static <V> Map<String, V> largest(
      Map<String, Moments> groups, long fewestEvents, Function<Moments, V> made) {
    Map<String, V> kept = new HashMap<>();
    groups.entrySet().stream()
        .filter(entry -> entry.getValue().events >= fewestEvents)
        .sorted(
            Comparator.<Map.Entry<String, Moments>>comparingLong(entry -> -entry.getValue().events)
                .thenComparing(Map.Entry::getKey))
        .limit(FittedPopulations.MOST_COHORTS)
        .forEach(entry -> kept.put(entry.getKey(), made.apply(entry.getValue())));
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

    private FittedKey key() {
      return new FittedKey(mean, Math.sqrt(squares / events), events);
    }

    private Population population() {
      double deviation = events == 0 ? 0 : Math.sqrt(squares / events);
      return new Population(mean, deviation > 0 && Double.isFinite(deviation) ? deviation : 1);
    }
  }
}
