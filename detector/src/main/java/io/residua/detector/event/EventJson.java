package io.residua.detector.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * An event as it stands in memory, as JSON and back, without loss: {@code {"numbers": {"amount":
 * 12.5}, "texts": {"country": "NO"}, "times": {"at": 1700000000000}, "key": "c1", "time":
 * 1700000000000}}. Missing fields, an absent key and an absent time are left out; doubles keep
 * every bit. Not a format for records on a topic: that is {@link JsonEventDecoder}. Immutable.
 */
public final class EventJson {
  private static final String KEY = "key";
  private static final String TIME = "time";

  private final EventLayout layout;

  public EventJson(EventLayout layout) {
    this.layout = layout;
  }

  /** Writes an event of the layout. */
  public ObjectNode write(Event event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < layout.size(); i++) {
      writeField(json, event, i);
    }
    if (event.key() != null) {
      json.put(KEY, event.key());
    }
    if (event.time() != Event.NO_TIME) {
      json.put(TIME, event.time());
    }
    return json;
  }

  /**
   * Reads an event of the layout.
   *
   * @throws IllegalArgumentException when the JSON has another shape, or a field or a value that
   *     the layout does not
   */
  public Event read(JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("expected an event as an object, found " + type(json));
    }
    Event event = new Event(layout);
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      readMember(member.getKey(), member.getValue(), event);
    }
    return event;
  }

  private void writeField(ObjectNode json, Event event, int index) {
    EventField field = layout.field(index);
    if (field.kind() == FieldKind.TEXT) {
      if (event.text(index) != null) {
        json.withObjectProperty(group(field.kind())).put(field.path(), event.text(index));
      }
    } else if (!Double.isNaN(event.number(index))) {
      json.withObjectProperty(group(field.kind())).put(field.path(), event.number(index));
    }
  }

  private void readMember(String name, JsonNode value, Event into) {
    if (name.equals(KEY)) {
      into.setKey(text(value, KEY));
    } else if (name.equals(TIME)) {
      into.setTime(time(value));
    } else {
      readGroup(kind(name), value, into);
    }
  }

  private void readGroup(FieldKind kind, JsonNode fields, Event into) {
    if (!fields.isObject()) {
      throw new IllegalArgumentException(
          "expected an event's %s as an object, found %s".formatted(group(kind), type(fields)));
    }
    for (Map.Entry<String, JsonNode> entry : fields.properties()) {
      int index = layout.indexOf(entry.getKey(), kind);
      if (index < 0) {
        throw new IllegalArgumentException(
            "expected fields of the layout among an event's %s, found %s"
                .formatted(group(kind), Quote.of(entry.getKey())));
      }
      readField(index, kind, entry.getValue(), into);
    }
  }

  private void readField(int index, FieldKind kind, JsonNode value, Event into) {
    String path = layout.field(index).path();
    if (kind == FieldKind.TEXT) {
      into.setText(index, text(value, path));
    } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      into.setNumber(index, value.doubleValue());
    } else {
      throw new IllegalArgumentException(
          "expected an event's %s as a finite number, found %s".formatted(path, type(value)));
    }
  }

  private static String text(JsonNode value, String name) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException(
          "expected an event's %s as text, found %s".formatted(name, type(value)));
    }
    return value.textValue();
  }

  private static long time(JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(
          "expected an event's time in whole milliseconds, found " + type(value));
    }
    return value.longValue();
  }

  private static String group(FieldKind kind) {
    return switch (kind) {
      case NUMBER -> "numbers";
      case TEXT -> "texts";
      case TIME -> "times";
      case DERIVED -> "derived";
    };
  }

  private static FieldKind kind(String group) {
    return switch (group) {
      case "numbers" -> FieldKind.NUMBER;
      case "texts" -> FieldKind.TEXT;
      case "times" -> FieldKind.TIME;
      case "derived" -> FieldKind.DERIVED;
      default ->
          throw new IllegalArgumentException(
              "expected an event's numbers, texts, times, derived, key or time, found "
                  + Quote.of(group));
    };
  }

  private static String type(JsonNode value) {
    return value.isNumber()
        ? value.toString()
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
