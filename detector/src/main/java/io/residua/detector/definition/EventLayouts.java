package io.residua.detector.definition;

import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which fields a definition reads, and as what. */
public final class EventLayouts {
  private EventLayouts() {}

  /**
   * The features' fields in the definition's order, each reading of a field once; then what keyed
   * features read besides, the field whose value chooses the network, and the numbers that keyed
   * features make.
   */
  public static EventLayout of(DetectorDefinition definition) {
    Set<EventField> fields = new LinkedHashSet<>();
    Set<EventField> derived = new LinkedHashSet<>();
    for (FeatureSpec feature : definition.features()) {
      if (feature.keyed().isEmpty()) {
        fields.add(new EventField(feature.field(), feature.kind()));
      }
    }
    for (KeyedSpec keyed : definition.keyed()) {
      addRead(keyed, definition, derived, fields);
      addMade(keyed, derived);
    }
    definition.model().per().ifPresent(field -> fields.add(new EventField(field, FieldKind.TEXT)));
    fields.addAll(derived);
    return new EventLayout(
        fields.stream().toList(), definition.input().key(), definition.input().time());
  }

  private static void addRead(
      KeyedSpec keyed, DetectorDefinition definition, Set<EventField> made, Set<EventField> read) {
    keyed
        .field()
        .filter(field -> !made.contains(derived(field)))
        .ifPresent(
            field ->
                read.add(
                    new EventField(field, keyed.readsText() ? FieldKind.TEXT : FieldKind.NUMBER)));
    for (String field : keyed.by()) {
      if (!definition.input().key().equals(Optional.of(field))) {
        read.add(new EventField(field, FieldKind.TEXT));
      }
    }
    if (keyed instanceof KeyedSpec.Deviation deviation) {
      deviation.cohort().ifPresent(field -> read.add(new EventField(field, FieldKind.TEXT)));
    }
  }

  private static void addMade(KeyedSpec keyed, Set<EventField> made) {
    made.add(derived(keyed.name()));
    if (keyed instanceof KeyedSpec.Deviation deviation) {
      made.add(derived(deviation.meanName()));
      made.add(derived(deviation.spreadName()));
    }
  }

  private static EventField derived(String name) {
    return new EventField(name, FieldKind.DERIVED);
  }
}
