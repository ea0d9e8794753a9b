package io.residua.detector.definition;

import io.residua.detector.definition.KeyedSpec.Earlier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings that keyed features and sequences have in common. */
final class KeyedSettings {
  private static final int MOST_MEMORY = 1_000_000_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(3650);

  private KeyedSettings() {}

  /** One or more fields' paths, each once. */
  static List<String> paths(Value value) {
    List<String> paths = new ArrayList<>();
    for (Value each : value.oneOrMore("one or more fields' paths")) {
      FieldPath.read(each).ifPresent(paths::add);
    }
    if (paths.stream().distinct().count() < paths.size()) {
      value.problem("names a field twice");
    }
    return paths;
  }

  /**
   * The fields of the key.
   *
   * @param entry where a problem is recorded when there is none
   * @param ownKey the field of the event's key, where the section says nothing else
   */
  static List<String> by(Value entry, Section section, Optional<String> ownKey) {
    Optional<Value> given = section.value("by");
    if (given.isPresent()) {
      return paths(given.get());
    }
    if (ownKey.isEmpty()) {
      entry.problem("expected by, as input.key does not name the key's field");
    }
    return ownKey.map(List::of).orElse(List.of());
  }

  /** Numbers of steps back. */
  static List<Integer> steps(Value value) {
    List<Integer> steps = new ArrayList<>();
    for (Value each : value.oneOrMore("one or more numbers of steps")) {
      each.integer(1, Earlier.MOST_STEPS).ifPresent(steps::add);
    }
    return steps;
  }

  static Optional<Duration> duration(Value value) {
    return DurationNotation.read(value, SHORTEST, LONGEST);
  }

  static Optional<Duration> every(Section section) {
    return section.value("every").flatMap(KeyedSettings::duration);
  }

  static Optional<Integer> memory(Section section) {
    return section.value("memory").flatMap(value -> value.integer(1, MOST_MEMORY));
  }

  static boolean fitted(Section section) {
    return section.value("fitted").flatMap(Value::truth).orElse(Defaults.DEVIATION_FITTED);
  }
}
