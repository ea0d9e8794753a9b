package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the parser says of features that are wrong. */
class FeatureProblemsTest {
  private static final String INPUT = "detector: a\ninput: { topic: t }\n";

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void saysWhatIsWrongWithAFeature(String feature, String message) {
    assertThat(problemOf(INPUT + "features:\n" + feature)).isEqualTo("line 4, " + message);
  }

  static Stream<Arguments> saysWhatIsWrongWithAFeature() {
    String transforms =
        "expected a transform (standard, robust, minmax, quantile, log1p, clip, none,"
            + " clip:LOW:HIGH), found ";
    String encodings =
        "expected an encoding (one-hot, frequency, hour-of-day, day-of-week, day-of-month,"
            + " month-of-year, hash:SLOTS, {holiday: FILE}), found ";
    String clip =
        "features[0].transform: expected clip:LOW:HIGH with two numbers, LOW below HIGH, found ";
    return Stream.of(
        arguments(
            "  - amount",
            "features[0]: expected a section with the keys field, fields, transform, encode,"
                + " aggregate, z, ratio, elapsed, novelty, lag, difference, sequence, by, over,"
                + " half-life, stats, log, memory, cohort, fitted, steps, every, as, found \"amount\""),
        arguments(
            "  - { aggregrate: amount, field: x, transform: none }",
            "features[0].aggregrate: unknown key; did you mean \"aggregate\"?"),
        arguments(
            "  - { transform: none }",
            "features[0]: expected either field or fields, found neither"),
        arguments(
            "  - { field: x, fields: [y], transform: none }",
            "features[0]: expected either field or fields, found both"),
        arguments(
            "  - { field: x }", "features[0]: expected either transform or encode, found neither"),
        arguments(
            "  - { field: x, transform: none, encode: one-hot }",
            "features[0]: expected either transform or encode, found both"),
        arguments(
            "  - { field: [x], transform: none }",
            "features[0].field: expected a field's path, found a list"),
        arguments(
            "  - { fields: x, transform: none }",
            "features[0].fields: expected a list of fields' paths, found \"x\""),
        arguments(
            "  - { fields: [], transform: none }",
            "features[0].fields: expected a list of fields' paths, found an empty list"),
        arguments(
            "  - { fields: [x, y, x], transform: none }",
            "features[0].fields[2]: field \"x\" is read as a number twice; the first is"
                + " features[0].fields[0]"),
        arguments(
            "  - { field: x, transform: zscore }",
            "features[0].transform: " + transforms + "\"zscore\""),
        arguments(
            "  - { field: x, transform: [standard, robst] }",
            "features[0].transform[1]: " + transforms + "\"robst\"; did you mean \"robust\"?"),
        arguments(
            "  - { field: x, transform: [] }",
            "features[0].transform: " + transforms + "an empty list"),
        arguments(
            "  - { field: x, transform: {clip: 1} }",
            "features[0].transform: " + transforms + "a section"),
        arguments(
            "  - { field: x, transform: [none, clip] }",
            "features[0].transform: none stands alone, found it in a list of 2"),
        arguments("  - { field: x, transform: clip:1 }", clip + "\"clip:1\""),
        arguments("  - { field: x, transform: clip:1:1 }", clip + "\"clip:1:1\""),
        arguments("  - { field: x, transform: clip:a:b }", clip + "\"clip:a:b\""),
        arguments("  - { field: x, transform: clip:0:1e999 }", clip + "\"clip:0:1e999\""),
        arguments(
            "  - { field: x, encode: onehot }",
            "features[0].encode: " + encodings + "\"onehot\"; did you mean \"one-hot\"?"),
        arguments(
            "  - { field: x, encode: hash:1 }",
            "features[0].encode: expected hash:SLOTS with 2 to 4096 slots, found \"hash:1\""),
        arguments(
            "  - { field: x, encode: hash:99999 }",
            "features[0].encode: expected hash:SLOTS with 2 to 4096 slots, found \"hash:99999\""),
        arguments(
            "  - { field: x, encode: [one-hot, one-hot] }",
            "features[0].encode[1]: one-hot stands twice"),
        arguments(
            "  - { field: x, encode: [one-hot, hour-of-day] }",
            "features[0].encode: expected encodings of a category or of a time, found both; write"
                + " two entries, one for each reading of the field"));
  }

  private static Arguments arguments(Object... values) {
    return Arguments.of(values);
  }

  private static String problemOf(String yaml) {
    Throwable thrown = catchThrowable(() -> DefinitionParser.parse(yaml, null));
    assertThat(thrown).isInstanceOf(DefinitionException.class);
    return thrown.getMessage();
  }
}
