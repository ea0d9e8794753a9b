package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message about the section {@code alerts}, each with the text that causes it. */
class AlertProblemsTest {
  private static final String REST =
      """
      detector: a
      input: { topic: t }
      features: [ { field: amount, transform: none } ]
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          explain: 101        | explain: expected a whole number from 0 to 100, found "101"
          consecutive: 0      | consecutive: expected N or "N of M" with 1 <= N <= M <= 64, found "0"
          consecutive: 3 of 2 | consecutive: expected N or "N of M" with 1 <= N <= M <= 64, found "3 of 2"
          consecutive: 65     | consecutive: expected N or "N of M" with 1 <= N <= M <= 64, found "65"
          close-after: 0s     | close-after: expected a duration from 1s to 30d, such as 30s, 10m or 1h, found "0s"
          update-every: 31d   | update-every: expected a duration from 0s to 30d, such as 30s, 10m or 1h, found "31d"
          cooldown: 10        | cooldown: expected a duration from 0s to 30d, such as 30s, 10m or 1h, found "10"
          silence: 8d         | silence: expected a duration from 1s to 7d, such as 30s, 10m or 1h, found "8d"
          by: a..b            | by: expected a field's path of 1 to 249 characters, with dots between names, found "a..b"
          severity: 50        | severity: expected a section with the keys medium, high, critical, found "50"
          severity: {low: 0}  | severity.low: unknown key
          severity: {high: 40} | severity: expected medium < high < critical, found 40, 40 and 90
          severity: {critical: 101} | severity.critical: expected a whole number from 1 to 100, found "101"
          flapping: {events: 5} | flapping.within: required, but not given
          flapping: {within: 1h, events: 1} | flapping.events: expected a whole number from 2 to 64, found "1"
          flapping: 5         | flapping: expected a section with the keys events, within, found "5"
          suppress: {}        | suppress: expected a list of at most 100 rules, each with a name, found a section
          """)
  void saysWhatIsWrongWithASetting(String setting, String message) {
    assertThat(problemOf("alerts: { " + setting + " }")).isEqualTo("line 4, alerts." + message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          small              | : expected a section with the keys name, keys, field, above, below, deviation-below, deviation-below-percent, direction, mute-until, maintenance, found "small"
          {keys: a}          | .name: required, but not given
          {name: cooldown, keys: a} | .name: expected a rule's name of 1 to 100 characters, not consecutive, cooldown or flapping, found "cooldown"
          {name: n}          | : expected a condition (keys, field, mute-until or maintenance), found none
          {name: n, keys: []} | .keys: expected a key or a list of at most 10000, found an empty list
          {name: n, field: amount} | : expected what is asked of the field (above, below, deviation-below, deviation-below-percent, direction), found nothing
          {name: n, keys: a, below: 5} | : expected the field that is asked, found none
          {name: n, field: amuont, below: 5} | .field: expected a field of the features, found "amuont"; did you mean "amount"?
          {name: n, field: amount, below: 1e999} | .below: expected a number that is finite, found "1e999"
          {name: n, field: amount, deviation-below: 0} | .deviation-below: expected a number above 0, found "0"
          {name: n, field: amount, deviation-below-percent: -1} | .deviation-below-percent: expected a number above 0, found "-1"
          {name: n, field: amount, direction: up} | .direction: expected one of high, low, found "up"
          {name: n, mute-until: 2026-12-01} | .mute-until: expected a time with its zone, such as 2026-12-01T08:00:00Z, found "2026-12-01"
          {name: n, maintenance: []} | .maintenance: expected a list of 1 to 1000 windows, each with from and to, found 0
          {name: n, maintenance: 22:00} | .maintenance: expected a list of 1 to 1000 windows, each with from and to, found "22:00"
          {name: n, maintenance: [{from: 22:00}]} | .maintenance[0].to: required, but not given
          {name: n, maintenance: [{from: 2:00, to: 04:00}]} | .maintenance[0].from: expected a time of day such as 02:00, found "2:00"
          {name: n, maintenance: [{from: 02:00, to: 02:00}]} | .maintenance[0]: expected two different times, found 02:00 twice
          {name: n, maintenance: [{from: 02:00, to: 03:00, days: [sta]}]} | .maintenance[0].days[0]: expected days of mon, tue, wed, thu, fri, sat, sun, found "sta"; did you mean "sat"?
          {name: n, maintenance: [{from: 02:00, to: 03:00, zone: Mars}]} | .maintenance[0].zone: expected a time zone such as UTC or Europe/Berlin, found "Mars"
          {name: n, maintenance: [{from: 2026-12-02T00:00:00Z, to: 2026-12-01T00:00:00Z}]} | .maintenance[0]: expected from before to, found 2026-12-02T00:00:00Z and 2026-12-01T00:00:00Z
          """)
  void saysWhatIsWrongWithARule(String rule, String message) {
    assertThat(problemOf("alerts: { suppress: [ " + rule + " ] }"))
        .isEqualTo("line 4, alerts.suppress[0]" + message);
  }

  @Test
  void aRulesNameStandsOnce() {
    assertThat(problemOf("alerts: { suppress: [ {name: n, keys: a}, {name: n, keys: b} ] }"))
        .isEqualTo(
            "line 4, alerts.suppress[1].name: stands twice; the first is alerts.suppress[0].name");
  }

  private static String problemOf(String alerts) {
    Throwable thrown = catchThrowable(() -> DefinitionParser.parse(REST + alerts, null));
    assertThat(thrown).isInstanceOf(DefinitionException.class);
    return thrown.getMessage();
  }
}
