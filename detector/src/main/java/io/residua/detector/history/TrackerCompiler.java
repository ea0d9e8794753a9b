package io.residua.detector.history;

import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.KeyedSpec.Aggregate;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.definition.KeyedSpec.Earlier;
import io.residua.detector.definition.KeyedSpec.Elapsed;
import io.residua.detector.definition.KeyedSpec.Forgetting;
import io.residua.detector.definition.KeyedSpec.Novelty;
import io.residua.detector.definition.Statistic;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the trackers of one stage. Numbers that are kept in the same words share a tracker: the
 * statistics of one window, the steps of one sequence.
 */
final class TrackerCompiler {
  private final EventLayout layout;
  private final FittedPopulations populations;
  private final KeyReader key;

  /** What makes two numbers share a tracker. */
  private record Shared(String field, Optional<Duration> span, String how) {}

  /**
   * @param key of the stage
   */
  TrackerCompiler(EventLayout layout, FittedPopulations populations, KeyReader key) {
    this.layout = layout;
    this.populations = populations;
    this.key = key;
  }

  /** In the order in which the definition first asks for them. */
  List<Tracker> trackers(List<KeyedSpec> numbers) {
    Map<Shared, List<KeyedSpec>> groups = new LinkedHashMap<>();
    numbers.forEach(
        number -> groups.computeIfAbsent(shared(number), key -> new ArrayList<>()).add(number));
    return groups.values().stream().map(this::tracker).toList();
  }

  private static Shared shared(KeyedSpec number) {
    String field = number.field().orElse("");
    if (number instanceof Aggregate aggregate) {
      String how =
          aggregate.statistic().readsText() ? number.name() : aggregate.forgetting().name();
      return new Shared(field, Optional.of(aggregate.span()), how);
    }
    if (number instanceof Earlier earlier) {
      return new Shared(field, earlier.every(), "earlier");
    }
    return new Shared(field, Optional.empty(), number.name());
  }

  private Tracker tracker(List<KeyedSpec> group) {
    KeyedSpec first = group.get(0);
    if (first instanceof Aggregate aggregate) {
      return aggregate(aggregate, group);
    } else if (first instanceof Earlier earlier) {
      return earlier(earlier, group);
    } else if (first instanceof Deviation deviation) {
      return deviation(deviation);
    } else if (first instanceof Novelty novelty) {
      return new NoveltyTracker(text(novelty.looked()), made(novelty));
    }
    return new ElapsedTracker(made((Elapsed) first));
  }

  private Tracker aggregate(Aggregate first, List<KeyedSpec> group) {
    long span = first.span().toMillis();
    if (first.statistic().readsText()) {
      return new DistinctTracker(text(first.aggregated()), span, made(first));
    }
    Map<Statistic, Integer> outputs = new EnumMap<>(Statistic.class);
    group.forEach(number -> outputs.put(((Aggregate) number).statistic(), made(number)));
    int field = number(first.aggregated());
    return first.forgetting() == Forgetting.WINDOW
        ? new WindowTracker(field, span, outputs)
        : new DecayTracker(field, span, outputs);
  }

  private Tracker earlier(Earlier first, List<KeyedSpec> group) {
    List<SequenceTracker.Output> outputs =
        group.stream()
            .map(Earlier.class::cast)
            .map(each -> new SequenceTracker.Output(each.steps(), each.difference(), made(each)))
            .toList();
    int field = number(first.recalled());
    return first
        .every()
        .<Tracker>map(every -> new IntervalTracker(field, every.toMillis(), outputs))
        .orElseGet(() -> new SequenceTracker(field, outputs));
  }

  private Tracker deviation(Deviation deviation) {
    FittedPopulations.OfField fitted = populations.byName().get(deviation.name());
    if (fitted == null) {
      throw new IllegalArgumentException(
          "expected what keys begin with for %s, found none".formatted(deviation.name()));
    }
    int cohort = deviation.cohort().map(this::text).orElse(-1);
    return new DeviationTracker(
        number(deviation.compared()),
        new Populations(fitted, cohort, key, deviation.memory()),
        deviation.log(),
        deviation.memory(),
        deviation.comparison(),
        made(deviation));
  }

  /** A number of the event, or one made before. */
  private int number(String field) {
    int made = layout.indexOf(field, FieldKind.DERIVED);
    return made >= 0 ? made : layout.indexOf(field, FieldKind.NUMBER);
  }

  private int text(String field) {
    return layout.indexOf(field, FieldKind.TEXT);
  }

  private int made(KeyedSpec number) {
    return layout.indexOf(number.name(), FieldKind.DERIVED);
  }
}
