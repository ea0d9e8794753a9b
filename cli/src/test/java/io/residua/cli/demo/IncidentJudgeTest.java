package io.residua.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentJudgeTest {

  /** One incident of key a lasts from minute 100 to minute 120. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no alert                            |             | 0 | 0 | 0
          an alert inside                     | 110         | 1 | 0 | 1
          an alert at the tolerance's begin   | 90          | 1 | 0 | 1
          an alert just before it             | 89          | 0 | 1 | 1
          an alert at the tolerance's end     | 130         | 1 | 0 | 1
          an alert just after it              | 131         | 0 | 1 | 1
          an event that begins before it      | 80 89 98    | 1 | 0 | 1
          alerts nine minutes apart           | 200 209 218 | 0 | 1 | 1
          alerts ten minutes apart            | 200 210 220 | 0 | 3 | 3
          alerts in no order                  | 218 200 209 | 0 | 1 | 1
          one true and one false              | 110 300     | 1 | 1 | 2
          two events within one incident      | 95 125      | 1 | 0 | 2
          """)
  void judgesOneKey(String name, String minutes, int found, int falseAlarms, int events) {
    Judgement judgement =
        new IncidentJudge(List.of(incident("a", 100, 120))).judge(Map.of("a", times(minutes)));

    assertThat(judgement.incidents()).isEqualTo(1);
    assertThat(judgement.found()).isEqualTo(found);
    assertThat(judgement.falseAlarms()).isEqualTo(falseAlarms);
    assertThat(judgement.byKey().get("a").events()).hasSize(events);
  }

  @Test
  void anAlertOfAnotherKeyFindsNothing() {
    Judgement judgement =
        new IncidentJudge(List.of(incident("a", 100, 120))).judge(Map.of("b", times("110")));

    assertThat(judgement.found()).isZero();
    assertThat(judgement.falseAlarms()).isEqualTo(1);
    assertThat(judgement.byKey()).containsOnlyKeys("a", "b");
  }

  @Test
  void oneLongEventFindsEveryIncidentItMeets() {
    List<Incident> incidents = List.of(incident("a", 100, 101), incident("a", 130, 131));

    Judgement judgement =
        new IncidentJudge(incidents).judge(Map.of("a", times("100 105 110 115 120 125 130")));

    assertThat(judgement.found()).isEqualTo(2);
    assertThat(judgement.falseAlarms()).isZero();
  }

  @Test
  void kindsAreCountedApart() {
    List<Incident> incidents =
        List.of(
            new Incident("a", 0, 0, "spree"),
            new Incident("b", 0, 0, "spree"),
            new Incident("c", 0, 0, "burst"));

    Judgement judgement = new IncidentJudge(incidents).judge(Map.of("a", List.of(0L)));

    assertThat(judgement.byKind())
        .isEqualTo(Map.of("spree", new Judgement.Share(1, 2), "burst", new Judgement.Share(0, 1)));
  }

  @Test
  void anIncidentThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> new Incident("a", 2, 1, ""))
        .hasMessage("an incident of a ends at 1, before its begin at 2");
  }

  @Property
  void everyEventIsFalseOrMeetsAnIncident(
      @ForAll @Size(max = 50) List<@IntRange(max = 2000) Integer> alertMinutes,
      @ForAll @Size(max = 5) List<@IntRange(max = 2000) Integer> incidentMinutes) {
    List<Incident> incidents =
        incidentMinutes.stream().map(minute -> incident("a", minute, minute + 5)).toList();
    List<Long> alerts =
        alertMinutes.stream()
            .map(minute -> minute * 60_000L)
            .collect(Collectors.toCollection(ArrayList::new));

    Judgement judgement = new IncidentJudge(incidents).judge(Map.of("a", alerts));

    Judgement.OfKey key = judgement.byKey().get("a");
    assertThat(key.events().stream().mapToInt(AlertEvent::alerts).sum()).isEqualTo(alerts.size());
    assertThat(judgement.falseAlarms()).isLessThanOrEqualTo(key.events().size());
    assertThat(judgement.found()).isLessThanOrEqualTo(incidents.size());
    boolean allFalse = judgement.falseAlarms() == key.events().size();
    assertThat(judgement.found() == 0).isEqualTo(allFalse);
  }

  private static Incident incident(String key, int fromMinute, int toMinute) {
    return new Incident(key, fromMinute * 60_000L, toMinute * 60_000L, "");
  }

  private static List<Long> times(String minutes) {
    return minutes == null
        ? List.of()
        : Stream.of(minutes.split(" ")).map(minute -> Long.parseLong(minute) * 60_000).toList();
  }
}
