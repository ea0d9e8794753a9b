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

  void check(List<FeatureSpec> features) {
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
    checkOrder(numbers);
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

  private void checkOrder(List<KeyedSpec> numbers) {
    try {
      KeyedStages.of(numbers, input.flatMap(InputSpec::key).map(List::of).orElse(List.of()));
    } catch (IllegalArgumentException e) {
      where.problem(e.getMessage());
    }
  }
}
