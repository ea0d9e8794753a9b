package io.residua.detector.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping of a definition: its known keys and their values. Others are problems. */
final class Section {
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Problems problems;
  private final String path;
  private final int line;
  private final boolean readable;

  private Section(Problems problems, String path, int line, boolean readable) {
    this.problems = problems;
    this.path = path;
    this.line = line;
    this.readable = readable;
  }

  static Section of(Value value, List<String> known) {
    boolean readable = value.node() instanceof MappingNode;
    Section section = new Section(value.problems(), value.path(), value.line(), readable);
    if (value.node() instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        section.add(tuple, known);
      }
    } else {
      value.wrong("a section with the keys " + String.join(", ", known));
    }
    return section;
  }

  /** Whether this is a section at all; what it lacks is no problem of its own where it is not. */
  boolean isReadable() {
    return readable;
  }

  int line() {
    return line;
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  Optional<Value> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that must be given; a problem where this is a section without it. */
  Optional<Value> required(String key) {
    Optional<Value> value = value(key);
    if (value.isEmpty() && readable) {
      problems.add(path(key), line, "required, but not given");
    }
    return value;
  }

  /** A section below this one; empty where it is not given. */
  Section section(String key, List<String> known) {
    return value(key)
        .map(value -> value.section(known))
        .orElseGet(() -> new Section(problems, path(key), line, false));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  private void add(NodeTuple tuple, List<String> known) {
    Node keyNode = tuple.getKeyNode();
    if (!(keyNode instanceof ScalarNode scalar)) {
      problems.add(path, keyNode, "expected a key, found a list or a section");
      return;
    }
    String key = scalar.getValue();
    if (!known.contains(key)) {
      String message = "unknown key" + Spelling.hint(key, known);
      problems.add(path(Quotes.bare(key)), keyNode, message);
      return;
    }
    Value value = new Value(tuple.getValueNode(), path(key), problems);
    Value earlier = values.putIfAbsent(key, value);
    if (earlier != null) {
      problems.add(path(key), keyNode, "stands twice; the first is on line " + earlier.line());
    }
  }
}
