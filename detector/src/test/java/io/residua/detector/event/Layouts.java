package io.residua.detector.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Layouts to decode into. */
final class Layouts {
  private Layouts() {}

  static EventField number(String path) {
    return new EventField(path, FieldKind.NUMBER);
  }

  static EventField text(String path) {
    return new EventField(path, FieldKind.TEXT);
  }

  static EventField time(String path) {
    return new EventField(path, FieldKind.TIME);
  }

  static EventLayout of(EventField... fields) {
    return new EventLayout(List.of(fields), Optional.empty(), Optional.empty());
  }

  static EventLayout keyed(String key, String time, EventField... fields) {
    return new EventLayout(Arrays.asList(fields), Optional.of(key), Optional.of(time));
  }
}
