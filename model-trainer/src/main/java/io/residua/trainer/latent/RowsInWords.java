package io.residua.trainer.latent;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.ValueText;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows by the fields of the definition: what each says, and what of it can tell groups apart. A
 * point in time is told by its part of the day and the week; that rows are later than others is no
 * property of what they are like.
 */
final class RowsInWords {
  private final FeaturePipeline features;
  private final List<Event> events;

  RowsInWords(FeaturePipeline features, EventTable table, int[] rows) {
    this.features = features;
    this.events = new ArrayList<>();
    for (int row : rows) {
      Event event = new Event(table.layout());
      table.read(row, event);
      events.add(event);
    }
  }

  int fields() {
    return features.fields();
  }

  /** A row's field with its value in the field's own units. */
  FieldValue value(int row, int field) {
    Event event = events.get(row);
    String value = features.observed(field, event);
    if (value == null) {
      value = "missing";
    } else if (isDerived(field)) {
      value = ValueText.about(features.number(field, event));
    }
    return new FieldValue(features.field(field), value);
  }

  List<Aspect> aspects() {
    List<Aspect> aspects = new ArrayList<>();
    for (int field = 0; field < fields(); field++) {
      aspects.addAll(aspects(field));
    }
    return aspects;
  }

  private List<Aspect> aspects(int field) {
    String name = features.field(field);
    int time = features.layout().indexOf(name, FieldKind.TIME);
    if (features.isNumber(field)) {
      double[] numbers =
          events.stream().mapToDouble(event -> features.number(field, event)).toArray();
      NumberAspect number = new NumberAspect(field, name, numbers);
      return isDerived(field) ? List.of(number) : List.of(number, missing(field));
    }
    if (features.layout().indexOf(name, FieldKind.TEXT) < 0 && time >= 0) {
      return List.of(
          category(field, event -> partOfDay(event.number(time))),
          category(field, event -> partOfWeek(event.number(time))),
          missing(field));
    }
    return List.of(category(field, event -> quoted(field, event)), missing(field));
  }

  /** Made from other fields and events: its digits are many, and others tell why it is missing. */
  private boolean isDerived(int field) {
    return features.layout().indexOf(features.field(field), FieldKind.DERIVED) >= 0;
  }

  private CategoryAspect missing(int field) {
    return category(field, event -> features.observed(field, event) == null ? "missing" : "given");
  }

  private CategoryAspect category(int field, Function<Event, String> value) {
    return new CategoryAspect(
        field, features.field(field), events.stream().map(value).toArray(String[]::new));
  }

  private String quoted(int field, Event event) {
    String value = features.observed(field, event);
    return value == null ? null : "\"" + value + "\"";
  }

  private static String partOfDay(double millis) {
    if (Double.isNaN(millis)) {
      return null;
    }
    int from = at(millis).getHour() / 6 * 6;
    return "between %02d:00 and %02d:00 UTC".formatted(from, from + 6);
  }

  private static String partOfWeek(double millis) {
    if (Double.isNaN(millis)) {
      return null;
    }
    boolean weekend = at(millis).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return weekend ? "on a Saturday or Sunday (UTC)" : "on Monday to Friday (UTC)";
  }

  private static OffsetDateTime at(double millis) {
    return Instant.ofEpochMilli((long) millis).atOffset(ZoneOffset.UTC);
  }
}
