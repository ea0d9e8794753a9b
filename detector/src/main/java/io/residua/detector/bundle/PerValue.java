package io.residua.detector.bundle;

import io.residua.detector.event.Event;
import java.util.Map;

/**
 * One thing for each of some values of a field, and one for all other events. Choosing allocates
 * nothing. As shareable between threads as the things are.
 */
public final class PerValue<T> {
  static final int NO_FIELD = -1;

  private final int field;
  private final T global;
  private final Map<String, T> own;

  PerValue(int field, T global, Map<String, T> own) {
    this.field = field;
    this.global = global;
    this.own = own;
  }

  /** The one for an event; the global one where its value is missing or has none of its own. */
  public T of(Event event) {
    return field == NO_FIELD ? global : own.getOrDefault(event.text(field), global);
  }
}
