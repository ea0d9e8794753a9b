package io.residua.detector.definition;

import io.residua.detector.definition.SuppressionRule.FieldCondition;
import io.residua.detector.definition.SuppressionRule.Side;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any alert section that the parser could have made. */
final class AlertSpecs {
  private AlertSpecs() {}

  /**
   * @param fields that rules may ask for
   */
  static Arbitrary<AlertSpec> any(List<String> fields) {
    Arbitrary<List<SuppressionRule>> rules =
        rules(fields).list().ofMaxSize(4).uniqueElements(SuppressionRule::name);
    return Combinators.combine(
            Arbitraries.integers().between(0, AlertSpec.MOST_EXPLAINED),
            consecutive(),
            durations(1_000, AlertSpec.LONGEST),
            Combinators.combine(durations(0, AlertSpec.LONGEST), durations(0, AlertSpec.LONGEST))
                .as(List::of),
            Definitions.paths().optional(),
            levels(),
            flapping().optional(),
            Combinators.combine(durations(1_000, AlertSpec.LONGEST_SILENCE).optional(), rules)
                .as(Quiet::new))
        .as(
            (explain, consecutive, closeAfter, paces, by, levels, flapping, quiet) ->
                new AlertSpec(
                    explain,
                    consecutive,
                    closeAfter,
                    paces.get(0),
                    paces.get(1),
                    by,
                    levels,
                    flapping,
                    quiet.silence(),
                    quiet.rules()));
  }

  private record Quiet(Optional<Duration> silence, List<SuppressionRule> rules) {}

  private static Arbitrary<ConsecutiveSpec> consecutive() {
    return Arbitraries.integers()
        .between(1, ConsecutiveSpec.MOST_RECORDS)
        .flatMap(
            records ->
                Arbitraries.integers()
                    .between(1, records)
                    .map(anomalies -> new ConsecutiveSpec(anomalies, records)));
  }

  private static Arbitrary<Duration> durations(long least, Duration most) {
    return Arbitraries.longs().between(least, most.toMillis()).map(Duration::ofMillis);
  }

  private static Arbitrary<SeverityLevels> levels() {
    return Arbitraries.integers()
        .between(1, SeverityLevels.MOST)
        .set()
        .ofSize(3)
        .map(set -> set.stream().sorted().toList())
        .map(sorted -> new SeverityLevels(sorted.get(0), sorted.get(1), sorted.get(2)));
  }

  private static Arbitrary<FlappingSpec> flapping() {
    return Combinators.combine(
            Arbitraries.integers().between(2, FlappingSpec.MOST_EVENTS),
            durations(1_000, AlertSpec.LONGEST))
        .as(FlappingSpec::new);
  }

  private static Arbitrary<SuppressionRule> rules(List<String> fields) {
    Arbitrary<String> names =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(20)
            .edgeCases(config -> config.add("on", " x", "a: b", "\u2028", "\uD800", "1"))
            .filter(SuppressionRule::isName);
    Arbitrary<Set<String>> keys = Arbitraries.strings().ofMaxLength(8).set().ofMaxSize(3);
    return Combinators.combine(
            names,
            keys,
            conditions(fields).optional(),
            instants().optional(),
            windows().list().ofMaxSize(3))
        .filter(
            (name, some, values, until, windows) ->
                !some.isEmpty() || values.isPresent() || until.isPresent() || !windows.isEmpty())
        .as(SuppressionRule::new);
  }

  private static Arbitrary<FieldCondition> conditions(List<String> fields) {
    Arbitrary<OptionalDouble> bounds = optional(Definitions.numbers());
    Arbitrary<OptionalDouble> sizes =
        optional(Definitions.numbers().map(Math::abs).filter(number -> number > 0));
    return Combinators.combine(
            Arbitraries.of(fields),
            bounds,
            bounds,
            sizes,
            sizes,
            Arbitraries.of(Side.class).optional())
        .filter(
            (field, above, below, deviation, percent, side) ->
                above.isPresent()
                    || below.isPresent()
                    || deviation.isPresent()
                    || percent.isPresent()
                    || side.isPresent())
        .as(FieldCondition::new);
  }

  private static Arbitrary<OptionalDouble> optional(Arbitrary<Double> numbers) {
    return numbers
        .optional()
        .map(number -> number.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(-1L << 45, 1L << 50).map(Instant::ofEpochMilli);
  }

  private static Arbitrary<MaintenanceWindow> windows() {
    Arbitrary<MaintenanceWindow> periods =
        Combinators.combine(instants(), instants())
            .filter(Instant::isBefore)
            .as(MaintenanceWindow.Period::new);
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
    Arbitrary<MaintenanceWindow> weekly =
        Combinators.combine(
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).map(EnumSet::copyOf),
                times,
                times,
                Arbitraries.of("UTC", "Z", "Europe/Berlin", "+05:30", "America/New_York")
                    .map(ZoneId::of))
            .filter((days, from, to, zone) -> !from.equals(to))
            .as(MaintenanceWindow.Weekly::new);
    return Arbitraries.oneOf(periods, weekly);
  }
}
