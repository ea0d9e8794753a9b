package io.residua.detector.event;

import java.util.Objects;

/**
 * One field that a detector reads.
 *
 * @param path the field's name; dots step into nested records, as in {@code card.country}
 * @param kind what it is read as
 */
public record EventField(String path, FieldKind kind) {
  public EventField {
    Objects.requireNonNull(kind, "kind");
    if (path.isBlank()) {
      throw new IllegalArgumentException("a field's path must not be blank");
    }
  }
}
