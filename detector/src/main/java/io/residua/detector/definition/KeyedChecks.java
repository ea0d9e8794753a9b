package io.residua.detector.definition;

import io.residua.detector.definition.KeyedSpec.Aggregate;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.definition.KeyedSpec.Earlier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keyed features must keep to among each other. */
final class KeyedChecks {
  private final Value where;
  private final Optional<InputSpec> input;
  private final StateSpec state;

  KeyedChecks(Value where, Optional<InputSpec> input, StateSpec state) {
    this.where = where;
    this.input = input;
    this.state = state;
  }

  /**
   * @param smooth {@code calibration.smooth}, where it is given
   */
  void check(List<FeatureSpec> features, Optional<Value> smooth) {
    List<KeyedSpec> numbers =
        features.stream().flatMap(feature -> feature.keyed().stream()).toList();
    Set<String> made = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (KeyedSpec number : numbers) {
      checkWindow(number);
      checkReads(number, numbers, made);
      if (!words.add(number.words())) {
        where.problem(Quotes.shortened(number.words()) + " is made twice");
      }
      made.add(number.name());
    }
    for (FeatureSpec feature : features) {
      if (feature.keyed().isEmpty() && made.contains(feature.field())) {
        where.problem(Quotes.shortened(feature.field()) + " is a field and the name of a number");
      }
    }
    checkOrder(numbers, smooth);
  }

  private void checkWindow(KeyedSpec number) {
    Optional<Duration> span = span(number);
    if (span.isPresent() && span.get().compareTo(state.timeToLive()) > 0) {
      where.problem(
          "%s looks back %s, further than state.ttl, %s"
              .formatted(
                  Quotes.shortened(number.words()),
                  DurationNotation.write(span.get()),
                  DurationNotation.write(state.timeToLive())));
    }
  }

  private static Optional<Duration> span(KeyedSpec number) {
    if (number instanceof Aggregate aggregate) {
      return Optional.of(aggregate.span());
    }
    return number instanceof Earlier earlier
        ? earlier.every().map(every -> every.multipliedBy(earlier.steps()))
        : Optional.empty();
  }

  /** What a number reads is a field, or a number that stands before it. */
  private void checkReads(KeyedSpec number, List<KeyedSpec> all, Set<String> made) {
    Optional<String> read = number.field();
    boolean isNumber =
        read.isPresent() && all.stream().anyMatch(each -> each.name().equals(read.get()));
    if (!isNumber) {
      return;
    }
    if (!made.contains(read.get())) {
      where.problem(
          "%s reads %s, which stands after it"
              .formatted(Quotes.shortened(number.words()), Quotes.shortened(read.get())));
    } else if (number.readsText() || number instanceof Deviation) {
      where.problem(
          "%s: expected a field of the event, found the number %s"
              .formatted(Quotes.shortened(number.words()), Quotes.shortened(read.get())));
    }
  }

  private void checkOrder(List<KeyedSpec> numbers, Optional<Value> smooth) {
    List<String> own = input.flatMap(InputSpec::key).map(List::of).orElse(List.of());
    try {
      List<KeyedStages.Stage> stages = KeyedStages.of(numbers, own);
      smooth.ifPresent(value -> checkSmoothing(value, stages, own));
    } catch (IllegalArgumentException e) {
      where.problem(e.getMessage());
    }
  }

  /** Scores are smoothed by the event's own key, so that is where the event must be scored. */
  private void checkSmoothing(Value smooth, List<KeyedStages.Stage> stages, List<String> own) {
    boolean timed = input.flatMap(InputSpec::time).isPresent();
    if (own.isEmpty() || !timed) {
      smooth.problem("needs input.key and input.time, to know whose scores follow each other");
      return;
    }
    for (KeyedStages.Stage stage : stages.subList(0, Math.max(0, stages.size() - 1))) {
      if (stage.by().equals(own)) {
        smooth.problem(
            "needs the event's own key to come last, but numbers by %s read those by %s"
                .formatted(stages.get(stages.size() - 1).by(), own));
      }
    }
  }
}
