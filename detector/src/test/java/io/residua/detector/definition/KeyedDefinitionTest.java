package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.KeyedSpec.Aggregate;
import io.residua.detector.definition.KeyedSpec.Forgetting;
import io.residua.detector.event.EventField;
import io.residua.detector.event.FieldKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedDefinitionTest {
  private static final String START =
      """
      detector: cards
      input: { topic: t, key: card, time: at }
      features:
      """;

  @Test
  void makesANumberOfEachFieldWindowAndStatistic() throws Exception {
    DetectorDefinition definition =
        parse("- { aggregate: amount, over: [1h, 1d], stats: [count, mean] }");

    assertThat(definition.keyed())
        .extracting(KeyedSpec::name)
        .containsExactly(
            "count of amount over 1h by card",
            "mean of amount over 1h by card",
            "count of amount over 1d by card",
            "mean of amount over 1d by card");
    assertThat(definition.keyed().get(0))
        .isEqualTo(
            new Aggregate(
                "amount",
                List.of("card"),
                Forgetting.WINDOW,
                Duration.ofHours(1),
                Statistic.COUNT,
                Optional.empty()));
  }

  @Test
  void readsWhatKeyedFeaturesNeedAndHoldsWhatTheyMake() throws Exception {
    DetectorDefinition definition =
        parse("- { aggregate: shop, by: terminal, over: 1h, stats: distinct }", "- z: amount");

    assertThat(EventLayouts.of(definition).fields())
        .containsExactly(
            new EventField("shop", FieldKind.TEXT),
            new EventField("terminal", FieldKind.TEXT),
            new EventField("amount", FieldKind.NUMBER),
            new EventField("distinct of shop over 1h by terminal", FieldKind.DERIVED),
            new EventField("z of amount by card", FieldKind.DERIVED),
            new EventField("mean in z of amount by card", FieldKind.DERIVED),
            new EventField("spread in z of amount by card", FieldKind.DERIVED));
    assertThat(EventLayouts.of(definition).paths())
        .containsExactly("shop", "terminal", "amount", "card", "at");
  }

  @Test
  void aSequenceIsThePresentEventAndThoseBefore() throws Exception {
    DetectorDefinition definition =
        parse("- { sequence: { fields: [cpu, mem], length: 3, normalise: none } }");

    assertThat(definition.features())
        .extracting(FeatureSpec::field)
        .containsExactly(
            "cpu",
            "mem",
            "cpu 1 event earlier by card",
            "cpu 2 events earlier by card",
            "mem 1 event earlier by card",
            "mem 2 events earlier by card");
  }

  @Test
  void aSequenceIsOfDeviationsFromTheKeysOwn() throws Exception {
    DetectorDefinition definition = parse("- { sequence: { fields: cpu, length: 2 } }");

    assertThat(definition.features())
        .extracting(FeatureSpec::field)
        .containsExactly("z of cpu by card", "z of cpu by card 1 event earlier");
  }

  @Test
  void scoresWhereTheEventsOwnKeyIsAfterWhatItReads() throws Exception {
    DetectorDefinition definition =
        parse(
            "- { z: amount, by: card, as: amount_z }",
            "- { aggregate: amount_z, by: terminal, over: 7d, stats: mean }",
            "- { elapsed: at }");

    assertThat(KeyedStages.of(definition))
        .extracting(KeyedStages.Stage::by)
        .containsExactly(List.of("card"), List.of("terminal"));
    assertThat(KeyedStages.of(parse("- elapsed: at", "- { novelty: x, by: shop }")))
        .extracting(KeyedStages.Stage::by)
        .containsExactly(List.of("shop"), List.of("card"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- { aggregate: [a, b], by: [x, y], over: [90m, 1d], stats: [std, rate] }",
        "- { aggregate: a, half-life: 1h, stats: sum, transform: none }",
        "- { z: a, log: true, memory: 7, cohort: kind, as: deviation }",
        "- { ratio: a, by: card }",
        "- { z: a, by: card, fitted: true }",
        "- { sequence: { fields: a, length: 4, fitted: true } }",
        "- { elapsed: at, by: [shop, card] }",
        "- { novelty: country }",
        "- { lag: a, steps: [1, 5], every: 1m }",
        "- { difference: 'odd, name', steps: 2 }",
        "- { sequence: { fields: a, length: 4, by: host, every: 30s, normalise: none } }",
        "- { sequence: { fields: [a, b], length: 3 } }",
        "- { sequence: { fields: a, steps: [2, 7], memory: 100 } }"
      })
  void whatIsWrittenReadsTheSame(String feature) throws Exception {
    DetectorDefinition definition = parse(feature);

    String written = DefinitionWriter.write(definition);

    assertThat(DefinitionParser.parse(written, null)).isEqualTo(definition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - { aggregate: a, stats: sum }                       | expected either over or half-life, found neither
          - { aggregate: a, over: 1h }                         | expected stats, a list of count, sum
          - { aggregate: a, over: 1h, stats: median }          | expected one of count, sum, mean, std, min, max, distinct, rate
          - { aggregate: a, half-life: 1h, stats: max }        | expected count, sum, mean or std with half-life, found max
          - { aggregate: a, over: 31d, stats: sum }            | looks back 31d, further than state.ttl, 30d
          - { aggregate: a, over: 10ms, stats: sum }           | expected a duration from 1s to
          - { z: a, ratio: a }                                 | expected one of z and ratio, found both
          - { z: a, over: 1h }                                 | over: is not for z
          - { z: a, field: b }                                 | field: is not for z
          - { field: a, by: b, transform: none }               | by: is for keyed features only
          - { elapsed: amount }                                | expected the field of input.time, at
          - { z: [a, b], as: x }                               | names one number, found an entry that makes 2
          - { z: a, by: [b, b] }                               | names a field twice
          - { sequence: { fields: [a] } }                      | expected a sequence's fields, and either its length or its steps
          """)
  void saysWhatIsWrong(String feature, String problem) {
    assertThatThrownBy(() -> parse(feature))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void readsOnlyNumbersThatStandBefore() {
    assertThatThrownBy(
            () -> parse("- { aggregate: later, over: 1h, stats: sum }", "- { z: a, as: later }"))
        .hasMessageContaining("reads \"later\", which stands after it");
  }

  @Test
  void smoothsWhereTheEventsOwnKeyIs() throws Exception {
    DetectorDefinition smoothed =
        DefinitionParser.parse(
            START + "  - { novelty: x, by: shop }\ncalibration: { smooth: 0.3 }", null);

    assertThat(KeyedStages.of(smoothed))
        .extracting(KeyedStages.Stage::by)
        .containsExactly(List.of("shop"), List.of("card"));
    assertThat(DefinitionParser.parse(DefinitionWriter.write(smoothed), null)).isEqualTo(smoothed);
  }

  @Test
  void cannotSmoothBeforeTheLastKey() {
    assertThatThrownBy(
            () ->
                DefinitionParser.parse(
                    START
                        + "  - { z: x, as: d }\n"
                        + "  - { aggregate: d, by: shop, over: 1h, stats: max }\n"
                        + "calibration: { smooth: 0.3 }",
                    null))
        .hasMessageContaining("needs the event's own key to come last");
    assertThatThrownBy(
            () ->
                DefinitionParser.parse(
                    "detector: a\ninput: { topic: t }\nfeatures: [ { field: x, transform: none } ]\n"
                        + "calibration: { smooth: 0.3 }",
                    null))
        .hasMessageContaining("needs input.key and input.time");
  }

  @Test
  void readsTheFieldWhoseValueChoosesTheNetwork() throws Exception {
    DetectorDefinition definition =
        DefinitionParser.parse(START + "  - { z: x }\nmodel: { per: shop.kind }", null);

    assertThat(definition.model().per()).contains("shop.kind");
    assertThat(EventLayouts.of(definition).fields())
        .startsWith(
            new EventField("x", FieldKind.NUMBER), new EventField("shop.kind", FieldKind.TEXT));
    assertThat(DefinitionParser.parse(DefinitionWriter.write(definition), null))
        .isEqualTo(definition);
  }

  @Test
  void hasNoNetworkPerValueOfAKeyedNumber() {
    assertThatThrownBy(
            () -> DefinitionParser.parse(START + "  - { z: x, as: d }\nmodel: { per: d }", null))
        .hasMessage(
            "line 5, model.per: expected a field of the event, not a number made from earlier"
                + " events, found \"d\"");
  }

  @Test
  void needsTheFieldOfTheTime() {
    assertThatThrownBy(
            () ->
                DefinitionParser.parse(
                    "detector: a\ninput: { topic: t, key: k }\nfeatures: [ { z: x } ]", null))
        .hasMessageContaining("keyed features need input.time");
  }

  private static DetectorDefinition parse(String... features) throws DefinitionException {
    return DefinitionParser.parse(START + "  " + String.join("\n  ", features), null);
  }
}
