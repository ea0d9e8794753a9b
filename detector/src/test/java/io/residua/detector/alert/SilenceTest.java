package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final double WEEK = 7 * 24 * 60;

  @Test
  void aKeyIsSilentWhenOthersGoOnForSoLong() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 1, 0);
    others(run, 1, 10);
    assertThat(run.tick(10.9).told()).isEmpty();
    others(run, 11, 11);

    run.tick(11);

    AlertMessage silent = run.messages.get(0);
    assertThat(silent.key()).isEqualTo("a");
    assertThat(silent.id()).isEqualTo("d/t/0/0/silence");
    assertThat(silent.reason())
        .isEqualTo("no record for 10m; the last one is of 2026-11-21T00:01:00Z");
    assertThat(silent.severity()).isEqualTo(70);
    assertThat(run.told()).containsExactly("SILENCE OPEN #0 @1m");
    assertThat(run.tick(12).told()).isEmpty();
  }

  @Test
  void aSilenceIsOverWhenTheKeySpeaks() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 1, 0);
    others(run, 1, 11);
    run.tick(11).told();

    run.record("a", null, 20, 0);

    assertThat(run.messages.get(0).end()).hasValue(PolicyRun.millis(20));
    assertThat(run.told()).containsExactly("SILENCE CLOSED #0 @1m");
  }

  @Test
  void aKeyThatIsReadAsOldAsItIsIsNotSilent() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 0);

    run.record("b", null, 60, 0.1, 0).tick(0.2);

    assertThat(run.told()).isEmpty();
  }

  @Test
  void aKeyWhoseClockIsBehindIsNotSilentWhileItSpeaks() {
    PolicyRun run = new PolicyRun("silence: 10m");
    for (int minute = 0; minute < 60; minute++) {
      run.record("a", null, minute, minute, 0).record("b", null, minute + 30, minute, 0);
      run.tick(minute);
    }

    assertThat(run.told()).isEmpty();
  }

  @Test
  void anIdleInputIsOneAnswerAndNoneOfItsKeys() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 0).record("b", null, 1, 0);

    run.tick(30).tickInput(10.9).tickInput(11).tickInput(40);

    AlertMessage silent = run.messages.get(0);
    assertThat(silent.key()).isNull();
    assertThat(silent.reason()).isEqualTo("no record at all on t-0 for 10m");
    assertThat(silent.position()).isEqualTo(new RecordPosition("t", 0, -1));
    assertThat(run.messages).hasSize(1);

    run.record("a", null, 41, 0).tickInput(41).tick(41);

    assertThat(run.messages.get(1).id()).isEqualTo(silent.id());
    assertThat(run.messages.get(1).state()).isEqualTo(AlertState.CLOSED);
    assertThat(run.messages).hasSize(2);
  }

  @Test
  void afterAnIdleInputEveryKeyHasTheWholeTimeToSpeak() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 0);
    others(run, 60, 69);
    assertThat(run.tick(69.9).told()).isEmpty();
    others(run, 70, 70);

    run.tick(70);

    assertThat(run.told()).containsExactly("SILENCE OPEN #0 @0ms");
  }

  @Test
  void anInputThatWasSilentBeforeATaskBeganStaysSoUntilARecordComes() {
    AlertPolicy policy = AlertPolicy.of("d", PolicyRun.spec("silence: 10m"));
    RecordPosition input = new RecordPosition("t", 0, -1);
    byte[] told = policy.tickInput(input, null, new InputClock(policy, 0).at(600_000)).state();
    InputClock next = new InputClock(policy, 700_000);

    PolicyResult waiting = policy.tickInput(input, told, next.at(700_001));
    next.received(650_000, 700_002);
    PolicyResult heard = policy.tickInput(input, told, next.at(700_003));

    assertThat(waiting.alerts()).isEmpty();
    assertThat(waiting.state()).isSameAs(told);
    assertThat(heard.alerts()).extracting(AlertMessage::state).containsExactly(AlertState.CLOSED);
    assertThat(heard.state()).isNull();
  }

  @Test
  void aKeyThatNeverComesBackIsForgotten() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 0);
    others(run, 0, 10);
    run.tick(10).told();
    run.record("b", null, WEEK + 9, 0).tick(WEEK + 9);
    assertThat(run.states).containsKey("ka");

    run.record("b", null, WEEK + 10, 0).tick(WEEK + 10);

    assertThat(run.messages.get(0).reason()).startsWith("silent for so long that it is no longer");
    assertThat(run.states).doesNotContainKey("ka");
  }

  @Test
  void withoutTheRuleSilenceIsNoLongerWatched() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 0);
    others(run, 0, 10);
    run.tick(10).told();

    run.change("").tick(11);

    assertThat(run.told()).containsExactly("SILENCE CLOSED #0 @0ms");
    assertThat(run.states).isEmpty();
  }

  @Test
  void aRecordFromTheFutureDoesNotMoveTheTimeOfTheOthers() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 50);

    run.record("b", null, 60 * 24 * 365, 1, 0).tick(9);

    assertThat(run.told()).containsExactly("OPEN #0 @0ms");
  }

  @Test
  void aKeyIsNotSilentWhileTheOthersAreNotThatMuchLater() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 0).record("b", null, 5, 0);

    run.tick(11);

    assertThat(run.told()).isEmpty();
    assertThat(run.last.nextTick()).isGreaterThan(PolicyRun.millis(11));
  }

  @Test
  void aKeyIsNotToldBesideTheWholeInput() {
    PolicyRun run = new PolicyRun("silence: 10m").record("a", null, 0, 0);

    run.record("b", null, 10, 0.1, 0).tick(10.2);

    assertThat(run.told()).isEmpty();
  }

  @Test
  void anEventClosesOnAnIdleInputByTheWallClock() {
    PolicyRun run = new PolicyRun("").anomaly(0).tick(9.9);
    assertThat(run.told()).containsExactly("OPEN #0 @0ms");

    run.tick(10);

    assertThat(run.told()).containsExactly("CLOSED #0 @0ms");
  }

  /** Another key speaks every minute. */
  private static void others(PolicyRun run, int from, int to) {
    for (int minute = from; minute <= to; minute++) {
      run.record("b", null, minute, 0);
    }
  }
}
