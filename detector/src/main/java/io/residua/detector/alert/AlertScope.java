package io.residua.detector.alert;

import java.util.Optional;

/**
 * Whose events are counted together: a key's, or those of a field's value. As a text it is the key
 * of a state; texts of different kinds differ, so that a state kept under other rules is known.
 *
 * @param field that events are grouped by; empty for the event's key
 * @param value empty text where the record has none
 */
record AlertScope(Optional<String> field, String value) {
  private static final char BY_KEY = 'k';
  private static final char BY_FIELD = 'f';
  private static final char END_OF_FIELD = '\n';

  static AlertScope of(Optional<String> by, String key, String group) {
    String value = by.isPresent() ? group : key;
    return new AlertScope(by, value == null ? "" : value);
  }

  static AlertScope parse(String text) {
    if (!text.isEmpty() && text.charAt(0) == BY_KEY) {
      return new AlertScope(Optional.empty(), text.substring(1));
    }
    int end = text.indexOf(END_OF_FIELD);
    if (text.isEmpty() || text.charAt(0) != BY_FIELD || end < 0) {
      throw new IllegalArgumentException("expected a scope of AlertPolicy.scope, got " + text);
    }
    return new AlertScope(Optional.of(text.substring(1, end)), text.substring(end + 1));
  }

  /** A field's path has no control characters, so that its end is certain. */
  String text() {
    return field.map(path -> BY_FIELD + path + END_OF_FIELD + value).orElse(BY_KEY + value);
  }

  /** The key of what is scoped, where it is a key; else null. */
  String key() {
    return field.isPresent() || value.isEmpty() ? null : value;
  }

  /** The value that events are grouped by, where they are; else null. */
  String group() {
    return field.isPresent() ? value : null;
  }
}
