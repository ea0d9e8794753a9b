package io.residua.detector.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON object of a saved file, read without trust: every member must be asked for, and each must
 * be what was asked. Errors are {@link IllegalArgumentException}s that name the member's path.
 */
final class StrictJson {
  /** Only ASCII is written, so that no encoding on the way can change a text. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;
  private final String path;
  private final Set<String> unread = new TreeSet<>();

  private StrictJson(JsonNode object, String path) {
    if (!object.isObject()) {
      throw new IllegalArgumentException(path + ": expected an object, found " + found(object));
    }
    this.object = object;
    this.path = path;
    object.fieldNames().forEachRemaining(unread::add);
  }

  static StrictJson parse(String json, String name) {
    try {
      return new StrictJson(MAPPER.readTree(json), name);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(name + ": not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory could not be written", e);
    }
  }

  /** Whether there is a member that need not be there. */
  boolean has(String name) {
    return object.has(name);
  }

  String path() {
    return path;
  }

  /** Refuses members that were not asked for. */
  void end() {
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(path + ": unknown members " + String.join(", ", unread));
    }
  }

  String text(String name) {
    return text(member(name), path(name));
  }

  double number(String name) {
    return number(member(name), path(name));
  }

  long integer(String name) {
    JsonNode node = member(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong(path(name), "a whole number", node);
    }
    return node.longValue();
  }

  double[] numbers(String name, int most) {
    List<JsonNode> elements = elements(name, most);
    double[] numbers = new double[elements.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(elements.get(i), path(name) + "[" + i + "]");
    }
    return numbers;
  }

  List<String> texts(String name, int most) {
    return texts(name, most, false);
  }

  /** Texts of which some may be null. */
  List<String> textsOrNulls(String name, int most) {
    return texts(name, most, true);
  }

  List<StrictJson> objects(String name, int most) {
    List<StrictJson> objects = new ArrayList<>();
    for (JsonNode element : elements(name, most)) {
      objects.add(new StrictJson(element, path(name) + "[" + objects.size() + "]"));
    }
    return objects;
  }

  private List<String> texts(String name, int most, boolean nulls) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(name, most)) {
      boolean isNull = nulls && element.isNull();
      texts.add(isNull ? null : text(element, path(name) + "[" + texts.size() + "]"));
    }
    return texts;
  }

  private List<JsonNode> elements(String name, int most) {
    JsonNode node = member(name);
    if (!node.isArray()) {
      throw wrong(path(name), "a list", node);
    }
    if (node.size() > most) {
      throw new IllegalArgumentException(
          "%s: expected at most %d elements, found %d".formatted(path(name), most, node.size()));
    }
    List<JsonNode> elements = new ArrayList<>();
    node.forEach(elements::add);
    return elements;
  }

  private JsonNode member(String name) {
    JsonNode node = object.get(name);
    if (node == null) {
      throw new IllegalArgumentException(path + ": expected a member " + name + ", found none");
    }
    unread.remove(name);
    return node;
  }

  private String path(String name) {
    return path + "." + name;
  }

  private static String text(JsonNode node, String path) {
    if (!node.isTextual()) {
      throw wrong(path, "a text", node);
    }
    return node.textValue();
  }

  private static double number(JsonNode node, String path) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw wrong(path, "a finite number", node);
    }
    return node.doubleValue();
  }

  private static IllegalArgumentException wrong(String path, String expected, JsonNode node) {
    return new IllegalArgumentException(path + ": expected " + expected + ", found " + found(node));
  }

  private static String found(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a text";
      case MISSING -> "nothing";
      default -> ValueText.text(node.asText());
    };
  }
}
