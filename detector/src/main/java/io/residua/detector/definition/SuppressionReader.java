package io.residua.detector.definition;

import io.residua.detector.definition.SuppressionRule.FieldCondition;
import io.residua.detector.definition.SuppressionRule.Side;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the list {@code alerts.suppress}. */
final class SuppressionReader {
  private static final String EXPECTED =
      "a list of at most " + AlertSpec.MOST_RULES + " rules, each with a name";
  private static final List<String> OF_A_FIELD =
      List.of("above", "below", "deviation-below", "deviation-below-percent", "direction");
  private static final String CONDITIONS = "keys, field, mute-until or maintenance";

  private final Map<String, Value> names = new HashMap<>();
  private final List<String> fields;

  SuppressionReader(List<String> fields) {
    this.fields = fields;
  }

  /** The rules without problems. */
  List<SuppressionRule> readAll(Value value) {
    List<Value> entries = value.list(EXPECTED).orElse(List.of());
    if (entries.size() > AlertSpec.MOST_RULES) {
      value.problem("expected %s, found %d".formatted(EXPECTED, entries.size()));
      return List.of();
    }
    List<SuppressionRule> rules = new ArrayList<>();
    for (Value entry : entries) {
      Section section = entry.section(Keys.SUPPRESS);
      if (section.isReadable()) {
        rule(entry, section).ifPresent(rules::add);
      }
    }
    return rules;
  }

  private Optional<SuppressionRule> rule(Value entry, Section section) {
    Optional<String> name = section.required("name").flatMap(this::name);
    Set<String> keys = keys(section);
    Optional<FieldCondition> values = values(entry, section);
    Optional<Instant> until = section.value("mute-until").flatMap(SuppressionReader::instant);
    List<MaintenanceWindow> windows =
        section.value("maintenance").map(MaintenanceReader::readAll).orElse(List.of());
    if (!section.has("keys")
        && !section.has("field")
        && !section.has("mute-until")
        && !section.has("maintenance")) {
      entry.problem("expected a condition (" + CONDITIONS + "), found none");
    }
    boolean whole = values.isPresent() || !section.has("field");
    boolean asks = !keys.isEmpty() || values.isPresent() || until.isPresent() || !windows.isEmpty();
    return whole && asks
        ? name.map(text -> new SuppressionRule(text, keys, values, until, windows))
        : Optional.empty();
  }

  private Optional<String> name(Value value) {
    Optional<String> name = value.text("a rule's name");
    if (name.isPresent() && !SuppressionRule.isName(name.get())) {
      return value.wrong(
          "a rule's name of 1 to 100 characters, not consecutive, cooldown or flapping");
    }
    Value earlier = name.map(text -> names.putIfAbsent(text, value)).orElse(null);
    if (earlier != null) {
      value.problem("stands twice; the first is " + earlier.path());
      return Optional.empty();
    }
    return name;
  }

  private static Set<String> keys(Section section) {
    Set<String> keys = new LinkedHashSet<>();
    String expected = "a key or a list of at most " + SuppressionRule.MOST_KEYS;
    List<Value> found =
        section.value("keys").map(value -> value.oneOrMore(expected)).orElse(List.of());
    if (found.size() > SuppressionRule.MOST_KEYS) {
      section.value("keys").orElseThrow().wrong(expected);
      return Set.of();
    }
    found.forEach(key -> key.text("a key").ifPresent(keys::add));
    return keys;
  }

  private Optional<FieldCondition> values(Value entry, Section section) {
    boolean asks = OF_A_FIELD.stream().anyMatch(section::has);
    if (asks != section.has("field")) {
      entry.problem(
          asks
              ? "expected the field that is asked, found none"
              : "expected what is asked of the field (%s), found nothing"
                  .formatted(String.join(", ", OF_A_FIELD)));
    }
    Optional<String> field = section.value("field").flatMap(this::field);
    OptionalDouble above = number(section, "above", x -> true, "that is finite");
    OptionalDouble below = number(section, "below", x -> true, "that is finite");
    OptionalDouble deviation = number(section, "deviation-below", x -> x > 0, "above 0");
    OptionalDouble percent = number(section, "deviation-below-percent", x -> x > 0, "above 0");
    Optional<Side> side = section.value("direction").flatMap(v -> v.choice(Side.class));
    boolean read =
        above.isPresent()
            || below.isPresent()
            || deviation.isPresent()
            || percent.isPresent()
            || side.isPresent();
    return read
        ? field.map(path -> new FieldCondition(path, above, below, deviation, percent, side))
        : Optional.empty();
  }

  /** A field that no explanation can name would make a rule that never holds. */
  private Optional<String> field(Value value) {
    Optional<String> path = FieldPath.read(value);
    if (path.isEmpty() || fields.isEmpty() || fields.contains(path.get())) {
      return path;
    }
    return value.wrong("a field of the features", Spelling.hint(path.get(), fields));
  }

  private static OptionalDouble number(
      Section section, String key, Value.Range range, String expected) {
    Optional<Double> number =
        section
            .value(key)
            .flatMap(value -> value.number(x -> Double.isFinite(x) && range.includes(x), expected));
    return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  static Optional<Instant> instant(Value value) {
    String expected = "a time with its zone, such as 2026-12-01T08:00:00Z";
    Optional<String> text = value.text(expected);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeParseException e) {
      return value.wrong(expected);
    }
  }
}
