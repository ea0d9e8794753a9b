package io.residua.detector.definition;

import io.residua.detector.definition.KeyedSpec.Aggregate;
import io.residua.detector.definition.KeyedSpec.Comparison;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.definition.KeyedSpec.Earlier;
import io.residua.detector.definition.KeyedSpec.Elapsed;
import io.residua.detector.definition.KeyedSpec.Forgetting;
import io.residua.detector.definition.KeyedSpec.Novelty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an entry of {@code features} that is made from the key's earlier events. */
final class KeyedFeatureReader {
  private final Value entry;
  private final Section section;
  private final Optional<String> ownKey;
  private final Optional<String> ownTime;

  /**
   * @param ownKey the field of the event's key, by which keyed features are made where they say
   *     nothing else
   * @param ownTime the field of the event's time
   */
  KeyedFeatureReader(
      Value entry, Section section, Optional<String> ownKey, Optional<String> ownTime) {
    this.entry = entry;
    this.section = section;
    this.ownKey = ownKey;
    this.ownTime = ownTime;
  }

  /** Which key names the kind of an entry, where it is a keyed one. */
  static Optional<String> kind(Section section) {
    return Keys.KEYED_KINDS.stream().filter(section::has).findFirst();
  }

  /** The entry's numbers; fewer where problems were recorded. */
  List<KeyedSpec> read(String kind) {
    check(kind);
    List<String> by = KeyedSettings.by(entry, section, ownKey);
    if (by.isEmpty()) {
      return List.of();
    }
    List<KeyedSpec> numbers = numbers(kind, by);
    if (numbers.size() > 1 && section.has("as")) {
      section
          .value("as")
          .get()
          .problem("names one number, found an entry that makes " + numbers.size());
    }
    return numbers;
  }

  private void check(String kind) {
    Keys.KEYED_KINDS.stream()
        .filter(other -> !other.equals(kind) && section.has(other))
        .forEach(
            other -> entry.problem("expected one of %s and %s, found both".formatted(kind, other)));
    refuseOthers(kind);
    if (ownTime.isEmpty()) {
      entry.problem("keyed features need input.time, the field of the event time");
    }
  }

  private List<KeyedSpec> numbers(String kind, List<String> by) {
    return switch (kind) {
      case "aggregate" -> aggregates(by);
      case "z" -> deviations(Comparison.Z, by);
      case "ratio" -> deviations(Comparison.RATIO, by);
      case "elapsed" -> elapsed(by);
      case "novelty" -> novelties(by);
      case "lag" -> earlier("lag", by, false);
      case "difference" -> earlier("difference", by, true);
      default -> throw new IllegalArgumentException("not a kind of number: " + kind);
    };
  }

  private void refuseOthers(String kind) {
    List<String> known = Keys.OF_KEYED_KIND.get(kind);
    for (String key : Keys.FEATURE) {
      if (section.has(key) && !known.contains(key) && !Keys.KEYED_KINDS.contains(key)) {
        section.value(key).get().problem("is not for %s".formatted(kind));
      }
    }
  }

  private List<String> fields(String key) {
    return section.value(key).map(KeyedSettings::paths).orElse(List.of());
  }

  private List<KeyedSpec> aggregates(List<String> by) {
    if (section.has("over") == section.has("half-life")) {
      entry.problem(
          "expected either over or half-life, found " + (section.has("over") ? "both" : "neither"));
      return List.of();
    }
    Forgetting forgetting = section.has("over") ? Forgetting.WINDOW : Forgetting.HALF_LIFE;
    List<Duration> spans = durations(section.has("over") ? "over" : "half-life");
    List<Statistic> statistics = statistics(forgetting);
    List<KeyedSpec> numbers = new ArrayList<>();
    for (String field : fields("aggregate")) {
      for (Duration span : spans) {
        for (Statistic statistic : statistics) {
          numbers.add(new Aggregate(field, by, forgetting, span, statistic, as()));
        }
      }
    }
    return numbers;
  }

  private List<Statistic> statistics(Forgetting forgetting) {
    Optional<Value> given = section.value("stats");
    if (given.isEmpty()) {
      entry.problem("expected stats, a list of " + String.join(", ", Names.all(Statistic.class)));
      return List.of();
    }
    List<Statistic> statistics = new ArrayList<>();
    for (Value each : given.get().oneOrMore("one or more statistics")) {
      each.choice(Statistic.class)
          .filter(statistic -> decays(each, statistic, forgetting))
          .ifPresent(statistics::add);
    }
    return statistics;
  }

  private static boolean decays(Value where, Statistic statistic, Forgetting forgetting) {
    if (forgetting == Forgetting.HALF_LIFE && !statistic.decays()) {
      where.problem(
          "expected count, sum, mean or std with half-life, found " + Names.of(statistic));
      return false;
    }
    return true;
  }

  private List<KeyedSpec> deviations(Comparison comparison, List<String> by) {
    boolean log = section.value("log").flatMap(Value::truth).orElse(Defaults.DEVIATION_LOG);
    int memory = KeyedSettings.memory(section).orElse(Defaults.DEVIATION_MEMORY);
    boolean fitted = KeyedSettings.fitted(section);
    Optional<String> cohort = section.value("cohort").flatMap(FieldPath::read);
    return fields(Names.of(comparison)).stream()
        .<KeyedSpec>map(
            field -> new Deviation(comparison, field, by, log, memory, cohort, fitted, as()))
        .toList();
  }

  private List<KeyedSpec> elapsed(List<String> by) {
    Value since = section.value("elapsed").orElseThrow();
    if (ownTime.isPresent() && !fields("elapsed").equals(List.of(ownTime.get()))) {
      since.wrong("the field of input.time, " + ownTime.get());
    }
    return List.of(new Elapsed(by, as()));
  }

  private List<KeyedSpec> novelties(List<String> by) {
    return fields("novelty").stream()
        .<KeyedSpec>map(field -> new Novelty(field, by, as()))
        .toList();
  }

  private List<KeyedSpec> earlier(String kind, List<String> by, boolean difference) {
    List<Integer> steps =
        section.value("steps").map(KeyedSettings::steps).orElse(List.of(Defaults.STEPS_BACK));
    Optional<Duration> every = KeyedSettings.every(section);
    List<KeyedSpec> numbers = new ArrayList<>();
    for (String field : fields(kind)) {
      for (int back : steps) {
        numbers.add(new Earlier(field, by, difference, back, every, as()));
      }
    }
    return numbers;
  }

  /** Reads an entry that is a sequence. */
  List<FeatureSpec> readSequence(Optional<List<TransformSpec>> transforms) {
    check("sequence");
    Section sequence = section.section("sequence", Keys.SEQUENCE);
    return new SequenceReader(entry, sequence, ownKey).read(transforms);
  }

  private List<Duration> durations(String key) {
    List<Duration> durations = new ArrayList<>();
    for (Value each : section.value(key).orElseThrow().oneOrMore("one or more durations")) {
      KeyedSettings.duration(each).ifPresent(durations::add);
    }
    return durations;
  }

  private Optional<String> as() {
    return section.value("as").flatMap(FieldPath::read);
  }
}
