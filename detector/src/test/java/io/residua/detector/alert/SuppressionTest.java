package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.feature.Direction;
import io.residua.detector.feature.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
  private final List<Integer> asked = new ArrayList<>();

  @ParameterizedTest(name = "{0}: observed {1}, expected {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          above: 10                        | 10.5     | 5    | true
          above: 10                        | 10       | 5    | false
          below: 10                        | 9.9      | 5    | true
          below: 10                        | 10       | 5    | false
          above: 5, below: 10              | 7        | 5    | true
          above: 5, below: 10              | 11       | 5    | false
          deviation-below: 3               | 7.9      | 5    | true
          deviation-below: 3               | 2        | 5    | false
          deviation-below-percent: 20      | 119      | 100  | true
          deviation-below-percent: 20      | 80       | 100  | false
          deviation-below-percent: 20      | -119     | -100 | true
          deviation-below-percent: 20      | 1        | 0    | false
          direction: high                  | 7        | 5    | true
          direction: low                   | 7        | 5    | false
          direction: low                   | 3        | 5    | true
          direction: high, below: 10       | 3        | 5    | false
          below: 0.001                     | 0.00002  | 5    | true
          above: 1e17                      | 2e17     | 5    | true
          """)
  void asksForTheFieldsValue(String asks, double observed, double expected, boolean suppressed) {
    PolicyResult result = apply("field: amount, " + asks, line("amount", observed, expected));

    assertThat(result.suppressedBy().isPresent()).isEqualTo(suppressed);
    assertThat(result.alerts()).hasSize(suppressed ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"above: -1e9", "below: 1e9", "deviation-below: 1e9", "direction: high"})
  void whatIsMissingHoldsNothing(String asks) {
    FieldContribution missing =
        Contributions.line("amount", 1, null, ValueText.about(5), Direction.UNKNOWN);

    assertThat(apply("field: amount, " + asks, missing).suppressedBy()).isEmpty();
    assertThat(apply("field: amount, " + asks).suppressedBy()).isEmpty();
  }

  @Test
  void asksTheFeatureThatItNamesAlsoWhereTheLineTellsOfAnother() {
    FieldContribution line =
        new FieldContribution(
            "amount",
            "count of amount over 1h by card",
            1,
            "14",
            "2",
            Direction.HIGH,
            null,
            "count of amount over 1h by card is 14: expected about 2",
            List.of(
                new FeatureContribution("amount", "5", "60", Direction.LOW),
                new FeatureContribution("burst", "14", "2", Direction.HIGH)));

    assertThat(apply("field: amount, below: 10", line).suppressedBy()).isPresent();
    assertThat(apply("field: amount, above: 10", line).suppressedBy()).isEmpty();
  }

  @Test
  void findsAFieldThatTheAlertWouldNotName() {
    FieldContribution[] lines =
        IntStream.range(0, 20)
            .mapToObj(i -> line(i < 19 ? "other" : "amount", 900, 5))
            .toArray(FieldContribution[]::new);

    assertThat(apply("field: amount, above: 800", lines).suppressedBy()).contains("rule");
  }

  @Test
  void everyConditionOfARuleMustHold() {
    String maintenance = "maintenance: [ { days: sat, from: 00:00, to: 01:00 } ]";

    assertThat(at(30, maintenance).suppressedBy()).contains("rule");
    assertThat(at(90, maintenance).suppressedBy()).isEmpty();
    assertThat(at(30, maintenance + ", keys: [other, key]").suppressedBy()).contains("rule");
    assertThat(at(30, maintenance + ", keys: [other]").suppressedBy()).isEmpty();
    assertThat(at(30, "mute-until: 2026-11-21T00:31:00Z").suppressedBy()).contains("rule");
    assertThat(at(30, "mute-until: 2026-11-21T00:30:00Z").suppressedBy()).isEmpty();
  }

  @Test
  void theFirstRuleThatHoldsIsTheOneThatCounts() {
    PolicyRun run =
        new PolicyRun(
            "suppress: [ { name: a, keys: x }, { name: b, keys: key }, { name: c, keys: key } ]");

    run.anomaly(0).tick(0);

    assertThat(run.suppressed).containsExactly("b");
    assertThat(run.told()).isEmpty();
    assertThat(run.states).isEmpty();
  }

  @Test
  void aSuppressedAnomalyIsAsIfItWereNormal() {
    PolicyRun run =
        new PolicyRun(
            "consecutive: 2, suppress: [ { name: m, mute-until: " + "2026-11-21T00:02:00Z } ]");

    run.anomaly(0, 1, 2);
    assertThat(run.told()).isEmpty();
    run.anomaly(3);

    assertThat(run.suppressed).containsExactly("m", "m", "consecutive");
    assertThat(run.told()).containsExactly("OPEN #3 @3m");
  }

  @Test
  void aSuppressedAnomalyDoesNotKeepAnEventOpen() {
    PolicyRun run =
        new PolicyRun("suppress: [ { name: m, maintenance: [ { from: 00:05, to: 01:00 } ] } ]");

    run.anomaly(0, 6, 9).tick(10);

    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "CLOSED #0 @0ms");
  }

  @Test
  void theExplanationIsAskedForOnceAndOnlyWhereItIsNeeded() {
    apply("keys: key", line("amount", 1, 2));
    assertThat(asked).isEmpty();

    apply("keys: other", line("amount", 1, 2));
    assertThat(asked).containsExactly(5);

    asked.clear();
    apply("field: amount, above: 5", line("amount", 1, 2));
    assertThat(asked).containsExactly(Integer.MAX_VALUE);
  }

  private PolicyResult at(double minute, String asks) {
    return apply(PolicyRun.millis(minute), asks);
  }

  private PolicyResult apply(String asks, FieldContribution... lines) {
    return apply(PolicyRun.millis(0), asks, lines);
  }

  private PolicyResult apply(long time, String asks, FieldContribution... lines) {
    AlertPolicy policy =
        AlertPolicy.of("d", PolicyRun.spec("suppress: [ { name: rule, " + asks + " } ]"));
    RecordPosition position = new RecordPosition("t", 0, 0);
    return policy.apply(
        new AlertInput(
            position,
            time,
            time,
            "key",
            null,
            true,
            5,
            1e-4,
            50,
            most -> {
              asked.add(most);
              return List.of(lines).subList(0, Math.min(most, lines.length));
            }),
        null);
  }

  /** Values as explanations spell them. */
  private static FieldContribution line(String field, double observed, double expected) {
    return Contributions.line(
        field,
        0.05,
        ValueText.exactly(observed),
        ValueText.about(expected),
        observed > expected ? Direction.HIGH : Direction.LOW);
  }
}
