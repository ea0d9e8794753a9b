package io.residua.detector.feature;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.EventTable;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any definition of features with data that they can be fitted to. */
final class AnyFeatures {
  private static final List<String> TRANSFORMS =
      List.of("standard", "robust", "minmax", "quantile", "log1p", "clip", "'clip:-1:1e3'");
  private static final List<String> CATEGORIES =
      List.of("one-hot", "frequency", "'hash:7'", "'hash:2'");
  private static final List<String> TIMES =
      List.of(
          "hour-of-day",
          "day-of-week",
          "day-of-month",
          "month-of-year",
          "{ holiday: [1970-01-01, 2001-09-09 Ü, 9999-12-31] }");

  private AnyFeatures() {}

  /**
   * @param table rows of a number x, a category c and a time t
   */
  record Case(DetectorDefinition definition, EventTable table) {}

  static Arbitrary<Case> cases() {
    return cases(lists(CATEGORIES), row().list().ofMaxSize(30));
  }

  /** Cases of numbers of moderate size, few categories and times of this century, none missing. */
  static Arbitrary<Case> usualCases() {
    return cases(
        lists(CATEGORIES.subList(0, 3)),
        Combinators.combine(
                Arbitraries.doubles().between(-1e3, 1e3),
                Arbitraries.of("a", "b", "c", "d"),
                Arbitraries.doubles().between(1e12, 1.9e12).map(Math::floor))
            .as((x, c, t) -> new Object[] {x, c, t})
            .list()
            .ofMaxSize(30));
  }

  private static Arbitrary<Case> cases(
      Arbitrary<List<String>> encodings, Arbitrary<List<Object[]>> tables) {
    return Combinators.combine(lists(TRANSFORMS), encodings, lists(TIMES), tables)
        .as(
            (transforms, categories, times, rows) -> {
              DetectorDefinition definition =
                  Tables.definition(
                      "field: x, transform: " + transforms,
                      "field: c, encode: " + categories,
                      "field: t, encode: " + times);
              return new Case(definition, table(definition, rows));
            });
  }

  /** The rows and two more, so that no field is missing from all of them and each varies. */
  private static EventTable table(DetectorDefinition definition, List<Object[]> rows) {
    List<Object[]> varying = new ArrayList<>(rows);
    varying.add(new Object[] {1.0, "a", 1e12});
    varying.add(new Object[] {2.0, "b", 1.5e12});
    return Tables.table(definition, varying);
  }

  /** One row of any values; each may be missing. */
  static Arbitrary<Object[]> row() {
    return Combinators.combine(
            numbers().injectNull(0.1), texts().injectNull(0.1), numbers().injectNull(0.1))
        .as((x, c, t) -> new Object[] {x, c, t});
  }

  static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
        Arbitraries.integers().between(-3, 3).map(Integer::doubleValue),
        Arbitraries.doubles().between(-1e6, 1e6),
        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1.5e12));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("a", "b", "c", "", "ü", "\uD83D\uDE00", "\uD800", "\u0000"),
        Arbitraries.strings().ofMaxLength(5));
  }

  private static Arbitrary<List<String>> lists(List<String> names) {
    return Arbitraries.of(names).list().ofMinSize(1).ofMaxSize(3).uniqueElements();
  }
}
