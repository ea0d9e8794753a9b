package io.residua.stream.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One section of a settings file; what is wrong with it is noted with its path, and reading goes
 * on.
 */
final class SettingsSection {
  private final JsonNode node;
  private final String path;
  private final List<String> problems;

  private SettingsSection(JsonNode node, String path, List<String> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  static SettingsSection of(JsonNode node, String path, Set<String> known, List<String> problems) {
    SettingsSection section = new SettingsSection(node, path, problems);
    if (!node.isObject()) {
      section.wrong(path, "a section with " + String.join(", ", known), node);
      return section;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problems.add(
            "%s: unknown setting, expected one of %s"
                .formatted(section.at(name), String.join(", ", known)));
      }
    }
    return section;
  }

  SettingsSection section(String name, Set<String> known) {
    JsonNode child = node.path(name);
    return child.isMissingNode()
        ? new SettingsSection(child, at(name), problems)
        : of(child, at(name), known, problems);
  }

  Optional<String> text(String name) {
    return value(name, "a text", child -> child.isTextual() && !child.asText().isBlank())
        .map(JsonNode::asText);
  }

  /** A text that the function makes a value of; what it refuses is a problem in its own words. */
  <T> Optional<T> text(String name, Function<String, T> reader) {
    return text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(reader.apply(text));
              } catch (IllegalArgumentException e) {
                problems.add(at(name) + ": " + e.getMessage());
                return Optional.empty();
              }
            });
  }

  Optional<Integer> whole(String name, int least, int most) {
    return value(
            name,
            "a whole number from %d to %d".formatted(least, most),
            child -> child.isInt() && child.intValue() >= least && child.intValue() <= most)
        .map(JsonNode::intValue);
  }

  Optional<Boolean> flag(String name) {
    return value(name, "true or false", JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /** A section of any names and plain values, as texts. */
  Map<String, String> plain(String name) {
    Map<String, String> values = new TreeMap<>();
    JsonNode child = node.path(name);
    if (!child.isMissingNode() && !child.isObject()) {
      wrong(at(name), "a section", child);
    }
    child
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                values.put(entry.getKey(), entry.getValue().asText());
              } else {
                wrong(at(name) + "." + entry.getKey(), "a plain value", entry.getValue());
              }
            });
    return values;
  }

  private Optional<JsonNode> value(
      String name, String expected, Function<JsonNode, Boolean> accepted) {
    JsonNode child = node.path(name);
    if (child.isMissingNode()) {
      return Optional.empty();
    }
    if (!accepted.apply(child)) {
      wrong(at(name), expected, child);
      return Optional.empty();
    }
    return Optional.of(child);
  }

  private void wrong(String where, String expected, JsonNode found) {
    String shown =
        found.isObject() ? "a section" : found.isArray() ? "a list" : shorten(found.toString());
    problems.add(
        "%sexpected %s, found %s".formatted(where.isEmpty() ? "" : where + ": ", expected, shown));
  }

  private static String shorten(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
