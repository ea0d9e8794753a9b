package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.SeverityLevels.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events of one key: opened, told again, closed. */
class AlertEventsTest {
  @Test
  void byDefaultEachAnomalyIsToldAndJoinsTheEventThatIsOpen() {
    PolicyRun run = new PolicyRun("").anomaly(0).normal(1).anomaly(2, 11.9).tick(21.8, 21.9, 30);

    assertThat(run.told())
        .containsExactly(
            "OPEN #0 @0ms", "UPDATE #0 @2m", "UPDATE #0 @11m 54s", "CLOSED #0 @11m 54s");
    assertThat(run.states).isEmpty();
  }

  @Test
  void anEventTellsItsBeginPeakEndAndCount() {
    PolicyRun run = new PolicyRun("").severe(1, 50).severe(2, 80).severe(3, 60).tick(13);

    AlertMessage update = run.messages.get(2);
    assertThat(update.begin()).isEqualTo(PolicyRun.millis(1));
    assertThat(update.peak()).isEqualTo(PolicyRun.millis(2));
    assertThat(update.peakSeverity()).isEqualTo(80);
    assertThat(update.severity()).isEqualTo(60);
    assertThat(update.level()).isEqualTo(Level.HIGH);
    assertThat(update.end()).isEmpty();
    assertThat(update.anomalies()).isEqualTo(3);
    AlertMessage closed = run.messages.get(3);
    assertThat(closed.begin()).isEqualTo(PolicyRun.millis(1));
    assertThat(closed.end()).hasValue(PolicyRun.millis(3));
    assertThat(closed.severity()).isEqualTo(80);
    assertThat(closed.score()).isEqualTo(8);
    assertThat(closed.position().offset()).isEqualTo(2);
    assertThat(closed.key()).isEqualTo("key");
    assertThat(closed.reason())
        .isEqualTo("no anomaly for 10m, after 3 anomalies in 2m; the highest severity was 80");
    assertThat(closed.explanation()).isEmpty();
  }

  @Test
  void aRecordAfterTheEndClosesTheEventBeforeItOpensTheNext() {
    PolicyRun run = new PolicyRun("close-after: 5m").anomaly(0, 5);

    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "CLOSED #0 @0ms", "OPEN #1 @5m");
  }

  @Test
  void anOpenEventIsToldAtMostThatOftenUnlessItsLevelRises() {
    PolicyRun run =
        new PolicyRun("update-every: 5m").anomaly(0, 1, 2).severe(3, 75).anomaly(4, 7, 8, 9);

    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "UPDATE #0 @3m", "UPDATE #0 @8m");
  }

  @Test
  void eachKeyHasEventsOfItsOwn() {
    PolicyRun run = new PolicyRun("").record("a", null, 0, 50).record("b", null, 1, 50).tick(20);

    assertThat(run.told())
        .containsExactlyInAnyOrder(
            "OPEN #0 @0ms", "OPEN #1 @1m", "CLOSED #0 @0ms", "CLOSED #1 @1m");
  }

  @Test
  void recordsWithoutAKeyAreOneKey() {
    PolicyRun run = new PolicyRun("").record(null, null, 0, 50).record(null, null, 1, 50).tick(20);

    assertThat(run.messages).extracting(AlertMessage::key).containsOnlyNulls();
    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "UPDATE #0 @1m", "CLOSED #0 @1m");
  }

  @Test
  void groupedEventsAreOnesOfTheFieldsValue() {
    PolicyRun run =
        new PolicyRun("by: region")
            .record("a", "eu", 0, 50)
            .record("b", "eu", 1, 50)
            .record("b", "us", 2, 50)
            .record("c", null, 3, 50)
            .tick(11);

    assertThat(run.messages)
        .extracting(AlertMessage::group)
        .containsExactly("eu", "eu", "us", "", "eu");
    assertThat(run.messages)
        .extracting(AlertMessage::key)
        .containsExactly("a", "b", "b", "c", null);
    assertThat(run.messages.get(4).orderedBy()).contains("eu");
    assertThat(run.told())
        .containsExactly(
            "OPEN #0 @0ms", "UPDATE #0 @1m", "OPEN #2 @2m", "OPEN #3 @3m", "CLOSED #0 @1m");
  }

  @Test
  void nOfMAnomaliesOpenAnEvent() {
    PolicyRun run = new PolicyRun("consecutive: 2 of 3").anomaly(0).normal(1, 2).anomaly(3);
    assertThat(run.told()).isEmpty();

    run.normal(4).anomaly(5);

    assertThat(run.messages.get(0).anomalies()).isEqualTo(2);
    assertThat(run.told()).containsExactly("OPEN #5 @5m");
    assertThat(run.suppressed).containsExactly("consecutive", "consecutive");
  }

  @Test
  void nInARowStartsAnewWithANormalRecord() {
    PolicyRun run = new PolicyRun("consecutive: 3").anomaly(0, 1).normal(2).anomaly(3, 4, 5, 6);

    assertThat(run.told()).containsExactly("OPEN #5 @5m", "UPDATE #5 @6m");
  }

  @Test
  void aNewEventNeedsAsManyAnomaliesAsTheFirst() {
    PolicyRun run = new PolicyRun("consecutive: 2 of 64").anomaly(0, 1).tick(20).anomaly(20, 21);

    assertThat(run.told()).containsExactly("OPEN #1 @1m", "CLOSED #1 @1m", "OPEN #3 @21m");
  }

  @Test
  void afterAnEventItsKeyStaysQuietForTheCooldown() {
    PolicyRun run =
        new PolicyRun("close-after: 1m, cooldown: 10m").anomaly(0).tick(1).anomaly(5, 10.9, 11);

    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "CLOSED #0 @0ms", "OPEN #3 @11m");
    assertThat(run.suppressed).containsExactly("cooldown", "cooldown");
  }

  @Test
  void theCooldownBeginsWhenTheEventWasOverNotWhenThatWasNoticed() {
    PolicyRun run = new PolicyRun("close-after: 1m, cooldown: 10m").anomaly(0, 11);

    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "CLOSED #0 @0ms", "OPEN #1 @11m");
  }

  @Test
  void aLateAnomalyJoinsWithoutTurningTimeBack() {
    PolicyRun run = new PolicyRun("").anomaly(60, 62).severe(3, 90).tick(71.9);
    AlertMessage late = run.messages.get(2);

    assertThat(late.begin()).isEqualTo(PolicyRun.millis(60));
    assertThat(late.peak()).isEqualTo(PolicyRun.millis(3));
    assertThat(run.told()).containsExactly("OPEN #0 @1h", "UPDATE #0 @1h 2m", "UPDATE #0 @3m");

    run.tick(72);

    assertThat(run.messages.get(0).end()).hasValue(PolicyRun.millis(62));
    assertThat(run.told()).containsExactly("CLOSED #0 @1h 2m");
  }

  @Test
  void oneEventTooManyIsFlappingAndStandsForAllUntilItIsCalm() {
    PolicyRun run =
        new PolicyRun("close-after: 1m, flapping: { events: 2, within: 1h }")
            .anomaly(0, 10, 20, 30, 89)
            .tick(148.9);

    AlertMessage flapping = run.messages.get(4);
    assertThat(flapping.reason())
        .startsWith("more than 2 events within 1h: flapping, and quiet until calm for as long; ");
    assertThat(run.told())
        .containsExactly(
            "OPEN #0 @0ms",
            "CLOSED #0 @0ms",
            "OPEN #1 @10m",
            "CLOSED #1 @10m",
            "FLAPPING OPEN #2 @20m");
    assertThat(run.suppressed).containsExactly("flapping", "flapping");

    run.tick(149).anomaly(150);

    assertThat(run.messages.get(0).reason())
        .isEqualTo("no event for 1h, after 3 more in 1h 9m: flapping no longer");
    assertThat(run.told()).containsExactly("FLAPPING CLOSED #2 @1h 29m", "OPEN #5 @2h 30m");
  }

  @Test
  void asManyEventsAsAllowedDoNotFlap() {
    PolicyRun run =
        new PolicyRun("close-after: 1m, flapping: { events: 2, within: 1h }")
            .anomaly(0, 30, 60, 90, 120);

    assertThat(run.messages).extracting(AlertMessage::kind).containsOnly(AlertKind.ANOMALY);
  }

  @Test
  void rulesChangeUnderAnOpenEvent() {
    PolicyRun run = new PolicyRun("consecutive: 3, cooldown: 1h").anomaly(0, 1, 2);

    run.change("close-after: 1m").tick(3).anomaly(4);

    assertThat(run.told()).containsExactly("OPEN #2 @2m", "CLOSED #2 @2m", "OPEN #3 @4m");
  }

  @Test
  void whatIsKeptUnderAnotherGroupingIsClosed() {
    PolicyRun run = new PolicyRun("").anomaly(0);

    run.change("by: region").tick(1);

    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "CLOSED #0 @0ms");
    assertThat(run.states).isEmpty();
  }

  @Test
  void anUnreadableStateBeginsAfreshAndSaysSo() {
    PolicyRun run = new PolicyRun("").anomaly(0);
    run.states.values().forEach(state -> state[0] = 2);

    run.anomaly(1);

    assertThat(run.last.unreadable())
        .contains("expected an alert state of version 1, found version 2");
    assertThat(run.told()).containsExactly("OPEN #0 @0ms", "OPEN #1 @1m");
  }

  @Test
  void byDefaultOnlyAnomaliesNeedAState() {
    assertThat(needed("")).containsExactly(false, true);
    assertThat(needed("cooldown: 1h")).containsExactly(false, true);
    assertThat(needed("consecutive: 1 of 5")).containsExactly(true, true);
    assertThat(needed("silence: 10m")).containsExactly(true, true);
  }

  private static List<Boolean> needed(String alerts) {
    AlertPolicy policy = AlertPolicy.of("d", PolicyRun.spec(alerts));
    return List.of(policy.needsState(false), policy.needsState(true));
  }

  @Test
  void aStateThatDoesNotChangeIsTheOneThatWasGiven() {
    PolicyRun run = new PolicyRun("").anomaly(0);
    byte[] before = run.states.get("kkey");

    run.tick(5);

    assertThat(run.states.get("kkey")).isSameAs(before);
    assertThat(run.last.nextTick()).isEqualTo(PolicyRun.millis(10));
  }

  @Test
  void aHistoryIsForgottenAfterAWeek() {
    double week = 7 * 24 * 60;
    PolicyRun run = new PolicyRun("consecutive: 2").anomaly(0).tick(week - 1);
    assertThat(run.states).isNotEmpty();

    run.tick(week);

    assertThat(run.states).isEmpty();
  }
}
