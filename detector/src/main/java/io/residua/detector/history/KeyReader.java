package io.residua.detector.history;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.List;
import java.util.Optional;

/** The text under which an event's state is kept. */
final class KeyReader {
  /** Stands for the event's own key, among indices of text fields. */
  static final int EVENT_KEY = -1;

  private final int[] fields;

  /**
   * @param fields indices of text fields, or {@link #EVENT_KEY}
   */
  KeyReader(int[] fields) {
    this.fields = fields.clone();
  }

  /** Of the fields that make a key; one of them may be the event's own key. */
  static KeyReader of(List<String> by, DetectorDefinition definition, EventLayout layout) {
    return new KeyReader(
        by.stream()
            .mapToInt(
                field ->
                    definition.input().key().equals(Optional.of(field))
                        ? EVENT_KEY
                        : layout.indexOf(field, FieldKind.TEXT))
            .toArray());
  }

  /**
   * Null where a field is missing. Several values are joined with their lengths: no two pairs meet.
   */
  String read(Event event) {
    if (fields.length == 1) {
      return value(event, fields[0]);
    }
    StringBuilder joined = new StringBuilder();
    for (int field : fields) {
      String value = value(event, field);
      if (value == null) {
        return null;
      }
      joined.append(value.length()).append(':').append(value);
    }
    return joined.toString();
  }

  private static String value(Event event, int field) {
    return field == EVENT_KEY ? event.key() : event.text(field);
  }
}
