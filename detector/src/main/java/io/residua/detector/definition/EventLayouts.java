package io.residua.detector.definition;

import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import java.util.List;

/** Which fields a definition reads, and as what. */
public final class EventLayouts {
  private EventLayouts() {}

  /** The features' fields in the definition's order, each reading of a field once. */
  public static EventLayout of(DetectorDefinition definition) {
    List<EventField> fields =
        definition.features().stream()
            .map(feature -> new EventField(feature.field(), feature.kind()))
            .distinct()
            .toList();
    return new EventLayout(fields, definition.input().key(), definition.input().time());
  }
}
