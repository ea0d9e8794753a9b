package io.residua.detector.definition;

import io.residua.detector.definition.KeyedSpec.Aggregate;
import io.residua.detector.definition.KeyedSpec.Comparison;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.definition.KeyedSpec.Earlier;
import io.residua.detector.definition.KeyedSpec.Elapsed;
import io.residua.detector.definition.KeyedSpec.Forgetting;
import io.residua.detector.definition.KeyedSpec.Novelty;
import io.residua.detector.definition.TransformSpec.Simple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads an entry of {@code features} that is made from the key's earlier events. */
final class KeyedFeatureReader {
  private static final int MOST_MEMORY = 1_000_000_000;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(3650);

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
    List<String> by = by(section);
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

  private List<String> by(Section section) {
    Optional<Value> given = section.value("by");
    if (given.isEmpty()) {
      if (ownKey.isEmpty()) {
        entry.problem("expected by, as input.key does not name the key's field");
      }
      return ownKey.map(List::of).orElse(List.of());
    }
    return paths(given.get());
  }

  private List<String> paths(Value value) {
    List<String> paths = new ArrayList<>();
    for (Value each : value.oneOrMore("one or more fields' paths")) {
      FieldPath.read(each).ifPresent(paths::add);
    }
    if (paths.stream().distinct().count() < paths.size()) {
      value.problem("names a field twice");
    }
    return paths;
  }

  private List<String> fields(String key) {
    return section.value(key).map(this::paths).orElse(List.of());
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
    int memory =
        section
            .value("memory")
            .flatMap(value -> value.integer(1, MOST_MEMORY))
            .orElse(Defaults.DEVIATION_MEMORY);
    Optional<String> cohort = section.value("cohort").flatMap(FieldPath::read);
    return fields(Names.of(comparison)).stream()
        .<KeyedSpec>map(
            field ->
                new Deviation(comparison, field, by, log, memory, cohort, fitted(section), as()))
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
        section.value("steps").map(KeyedFeatureReader::steps).orElse(List.of(Defaults.STEPS_BACK));
    return earlier(fields(kind), by, difference, steps, every(section));
  }

  private static List<Integer> steps(Value value) {
    List<Integer> steps = new ArrayList<>();
    for (Value each : value.oneOrMore("one or more numbers of steps")) {
      each.integer(1, Earlier.MOST_STEPS).ifPresent(steps::add);
    }
    return steps;
  }

  private static Optional<Duration> every(Section section) {
    return section.value("every").flatMap(KeyedFeatureReader::duration);
  }

  private List<KeyedSpec> earlier(
      List<String> fields,
      List<String> by,
      boolean difference,
      List<Integer> steps,
      Optional<Duration> every) {
    List<KeyedSpec> numbers = new ArrayList<>();
    for (String field : fields) {
      for (int back : steps) {
        numbers.add(new Earlier(field, by, difference, back, every, as()));
      }
    }
    return numbers;
  }

  /** Reads an entry that is a sequence: present values first, then those of the events before. */
  List<FeatureSpec> readSequence(Optional<List<TransformSpec>> transforms) {
    check("sequence");
    Section sequence = section.section("sequence", Keys.SEQUENCE);
    List<String> by = by(sequence);
    List<String> fields = sequence.value("fields").map(this::paths).orElse(List.of());
    List<Integer> steps = sequenceSteps(sequence);
    if (steps.isEmpty() || by.isEmpty()) {
      return List.of();
    }
    boolean normalised =
        sequence
                .value("normalise")
                .flatMap(value -> value.choice(Normalisation.class))
                .orElse(Defaults.NORMALISATION)
            == Normalisation.KEY;
    List<TransformSpec> applied =
        transforms.orElse(normalised ? List.of(Simple.NONE) : Defaults.SEQUENCE_TRANSFORMS);
    List<FeatureSpec> features = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      FeatureSpec present =
          normalised
              ? normalised(field, by, memory(sequence), fitted(sequence), applied)
              : plain(field, applied);
      features.add(present);
      names.add(present.field());
    }
    earlier(names, by, false, steps, every(sequence))
        .forEach(number -> features.add(FeatureSpec.keyed(number, applied)));
    return features;
  }

  /** Steps back: all of a length, or those that are named. */
  private List<Integer> sequenceSteps(Section sequence) {
    if (!sequence.has("fields") || sequence.has("length") == sequence.has("steps")) {
      entry.problem("expected a sequence's fields, and either its length or its steps");
    }
    Optional<Integer> length =
        sequence.value("length").flatMap(value -> value.integer(2, Earlier.MOST_STEPS));
    return length.isPresent()
        ? IntStream.range(1, length.get()).boxed().toList()
        : sequence.value("steps").map(KeyedFeatureReader::steps).orElse(List.of());
  }

  private static int memory(Section sequence) {
    return sequence
        .value("memory")
        .flatMap(value -> value.integer(1, MOST_MEMORY))
        .orElse(Defaults.SEQUENCE_MEMORY);
  }

  private static boolean fitted(Section section) {
    return section.value("fitted").flatMap(Value::truth).orElse(Defaults.DEVIATION_FITTED);
  }

  /** What a sequence's values are made relative to. */
  enum Normalisation {
    KEY,
    NONE
  }

  private static FeatureSpec plain(String field, List<TransformSpec> transforms) {
    return new FeatureSpec(field, transforms, List.of());
  }

  private static FeatureSpec normalised(
      String field, List<String> by, int memory, boolean fitted, List<TransformSpec> transforms) {
    return FeatureSpec.keyed(
        new Deviation(
            Comparison.Z, field, by, false, memory, Optional.empty(), fitted, Optional.empty()),
        transforms);
  }

  private List<Duration> durations(String key) {
    List<Duration> durations = new ArrayList<>();
    for (Value each : section.value(key).orElseThrow().oneOrMore("one or more durations")) {
      duration(each).ifPresent(durations::add);
    }
    return durations;
  }

  private static Optional<Duration> duration(Value value) {
    return DurationNotation.read(value, SHORTEST, LONGEST);
  }

  private Optional<String> as() {
    return section.value("as").flatMap(FieldPath::read);
  }
}
