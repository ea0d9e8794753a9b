package io.residua.detector.alert;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the value that a policy groups events by. The field need not be one of the features', so
 * that events carry it besides what the model reads. Immutable.
 */
public final class GroupField {
  /** Longer values are cut: they are part of a key and of each message. */
  static final int LONGEST = 1_000;

  private static final int NONE = -1;

  private final EventLayout layout;
  private final int index;

  private GroupField(EventLayout layout, int index) {
    this.layout = layout;
    this.index = index;
  }

  /**
   * @param model what the model reads; keeps its place in the events
   */
  public static GroupField of(AlertPolicy policy, EventLayout model) {
    Optional<EventField> field =
        policy.groupField().map(path -> new EventField(path, FieldKind.TEXT));
    if (field.isEmpty()) {
      return new GroupField(model, NONE);
    }
    int index = model.fields().indexOf(field.get());
    if (index >= 0) {
      return new GroupField(model, index);
    }
    List<EventField> fields = new ArrayList<>(model.fields());
    fields.add(field.get());
    return new GroupField(new EventLayout(fields, model.keyPath(), model.timePath()), model.size());
  }

  /** What is to be read of a record: what the model reads, then the field where it is another. */
  public EventLayout layout() {
    return layout;
  }

  /**
   * The event's group; null where there is none.
   *
   * @param event of {@link #layout}
   */
  public String of(Event event) {
    String value = index == NONE ? null : event.text(index);
    return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }
}
