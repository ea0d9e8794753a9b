package io.residua.detector.history;

import io.residua.detector.event.Event;
import java.util.Arrays;

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

  @Override
  public String toString() {
    return Arrays.toString(fields);
  }
}
