package io.residua.detector.history;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.HashMap;
import java.util.Map;

/** Definitions and events of cards, for tests of keyed features. */
final class Histories {
  static final long START = 1_700_000_000_000L;
  static final Population ALL = new Population(10, 2);

  private Histories() {}

  static DetectorDefinition definition(String... features) {
    try {
      return DefinitionParser.parse(
          "detector: cards\ninput: { topic: t, key: card, time: at }\nfeatures:\n  "
              + String.join("\n  ", features),
          null);
    } catch (DefinitionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static History history(DetectorDefinition definition) {
    return history(definition, HistorySnapshot.EMPTY);
  }

  /** Every key begins with {@link #ALL}. */
  static History history(DetectorDefinition definition, HistorySnapshot snapshot) {
    Map<String, FittedPopulations.OfField> populations = new HashMap<>();
    for (KeyedSpec number : definition.keyed()) {
      populations.put(number.name(), new FittedPopulations.OfField(ALL, Map.of(), Map.of()));
    }
    return History.of(
        definition,
        EventLayouts.of(definition),
        new FittedHistory(new FittedPopulations(populations), snapshot));
  }

  static Event event(EventLayout layout, String card, long millis, double amount) {
    Event event = new Event(layout);
    event.setKey(card);
    event.setTime(START + millis);
    set(event, "amount", amount);
    return event;
  }

  static void set(Event event, String field, double value) {
    event.setNumber(event.layout().indexOf(field, FieldKind.NUMBER), value);
  }

  static void set(Event event, String field, String value) {
    event.setText(event.layout().indexOf(field, FieldKind.TEXT), value);
  }

  static double made(Event event, String name) {
    return event.number(event.layout().indexOf(name, FieldKind.DERIVED));
  }
}
