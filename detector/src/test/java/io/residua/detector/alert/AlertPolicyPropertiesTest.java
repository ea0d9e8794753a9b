package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any rules and any records. */
class AlertPolicyPropertiesTest {
  private static final double LONG_AFTER = 3 * 7 * 24 * 60;

  /**
   * @param minute event time
   * @param severity 0 for a normal record
   * @param ticked whether time passes on its own before it
   */
  private record Step(String key, double minute, int severity, boolean ticked) {}

  @Property(tries = 300)
  void everyEventIsOpenedOnceAndClosedOnceAndToldInBetween(
      @ForAll("rules") String rules, @ForAll("steps") List<Step> steps) {
    List<AlertMessage> messages = toTheEnd(rules, steps).messages;

    Map<String, AlertState> states = new HashMap<>();
    for (AlertMessage message : messages) {
      AlertState before = states.put(message.id(), message.state());
      switch (message.state()) {
        case OPEN -> assertThat(before).isNull();
        case UPDATE, CLOSED -> assertThat(before).isIn(AlertState.OPEN, AlertState.UPDATE);
      }
    }
    assertThat(states.values()).allMatch(AlertState.CLOSED::equals);
  }

  @Property(tries = 300)
  void nothingIsKeptOfKeysThatAreLongGone(
      @ForAll("rules") String rules, @ForAll("steps") List<Step> steps) {
    assertThat(toTheEnd(rules, steps).states).doesNotContainKeys("ka", "kb");
  }

  @Property(tries = 300)
  void messagesOfOneEventNeverTurnBack(
      @ForAll("rules") String rules, @ForAll("steps") List<Step> steps) {
    Map<String, AlertMessage> last = new HashMap<>();
    for (AlertMessage message : toTheEnd(rules, steps).messages) {
      AlertMessage before = last.put(message.id(), message);
      if (before != null) {
        assertThat(message.begin()).isEqualTo(before.begin());
        assertThat(message.peakSeverity()).isGreaterThanOrEqualTo(before.peakSeverity());
        assertThat(message.anomalies()).isGreaterThanOrEqualTo(before.anomalies());
        assertThat(message.level()).isGreaterThanOrEqualTo(before.level());
      }
      message.end().ifPresent(end -> assertThat(end).isGreaterThanOrEqualTo(message.begin()));
    }
  }

  @Property(tries = 300)
  void aKeyIsQuietForTheCooldownAfterEachEvent(
      @ForAll("rules") String rules, @ForAll("steps") List<Step> unordered) {
    List<Step> steps = new ArrayList<>(unordered);
    steps.sort(Comparator.comparingDouble(Step::minute));
    long closeAfter = PolicyRun.spec(rules).closeAfter().toMillis();
    long cooldown = PolicyRun.spec(rules).cooldown().toMillis();

    Map<String, Long> quietUntil = new HashMap<>();
    for (AlertMessage message : toTheEnd(rules, steps).messages) {
      boolean anomaly = message.kind() == AlertKind.ANOMALY;
      if (anomaly && message.state() == AlertState.CLOSED) {
        quietUntil.put(message.key(), message.end().getAsLong() + closeAfter + cooldown);
      } else if (message.kind() != AlertKind.SILENCE && message.state() == AlertState.OPEN) {
        assertThat(message.begin())
            .isGreaterThanOrEqualTo(quietUntil.getOrDefault(message.key(), Long.MIN_VALUE));
      }
    }
  }

  @Property(tries = 300)
  void eachAnomalyIsToldOrSuppressedOrWaitsForTheNextUpdate(
      @ForAll("rules") String rules, @ForAll("steps") List<Step> steps) {
    PolicyRun run = run(rules, steps);

    long anomalies = steps.stream().filter(step -> step.severity() > 0).count();
    long told =
        run.messages.stream()
            .filter(it -> it.kind() != AlertKind.SILENCE && it.state() != AlertState.CLOSED)
            .count();
    if (PolicyRun.spec(rules).updateEvery().isZero()) {
      assertThat(told + run.suppressed.size()).isEqualTo(anomalies);
    } else {
      assertThat(told + run.suppressed.size()).isLessThanOrEqualTo(anomalies);
    }
  }

  @Property(tries = 300)
  void aMessageIsKnownByItsIdStateAndPosition(
      @ForAll("rules") String rules, @ForAll("steps") List<Step> steps) {
    Set<List<Object>> known = new HashSet<>();
    for (AlertMessage message : toTheEnd(rules, steps).messages) {
      assertThat(known.add(List.of(message.id(), message.state(), message.position()))).isTrue();
    }
  }

  @Property(tries = 300)
  void statesAreBoundedAndReadBackAsTheyWereWritten(
      @ForAll("rules") String rules, @ForAll("steps") List<Step> steps)
      throws UnreadableStateException {
    for (byte[] state : run(rules, steps).states.values()) {
      assertThat(state.length).isLessThanOrEqualTo(AlertPolicy.MOST_STATE_BYTES);
      assertThat(KeyStateFormat.write(KeyStateFormat.read(state))).isEqualTo(state);
    }
  }

  @Property(tries = 300)
  void aReplayTellsTheSame(@ForAll("rules") String rules, @ForAll("steps") List<Step> steps) {
    assertThat(toTheEnd(rules, steps).told()).isEqualTo(toTheEnd(rules, steps).told());
  }

  /** Whether a tick or the next record notices that an event is over makes no difference to it. */
  @Property(tries = 300)
  void ticksChangeWhenAnEndIsToldAndNothingElse(
      @ForAll("rulesWithoutSilence") String rules, @ForAll("steps") List<Step> unordered) {
    List<Step> steps = new ArrayList<>(unordered);
    steps.sort(Comparator.comparingDouble(Step::minute));
    List<Step> ticked = steps.stream().map(it -> with(it, true)).toList();
    List<Step> unticked = steps.stream().map(it -> with(it, false)).toList();

    PolicyRun one = toTheEnd(rules, ticked);
    PolicyRun other = toTheEnd(rules, unticked);

    assertThat(one.messages).containsExactlyInAnyOrderElementsOf(other.messages);
    assertThat(one.suppressed).isEqualTo(other.suppressed);
  }

  private static Step with(Step step, boolean ticked) {
    return new Step(step.key(), step.minute(), step.severity(), ticked);
  }

  private static PolicyRun run(String rules, List<Step> steps) {
    PolicyRun run = new PolicyRun(rules);
    double wall = 0;
    for (Step step : steps) {
      wall = Math.max(wall, step.minute());
      if (step.ticked()) {
        run.tick(wall);
      }
      run.record(step.key(), null, step.minute(), wall, step.severity());
    }
    return run;
  }

  /** Until everything that is open was closed and everything was forgotten. */
  private static PolicyRun toTheEnd(String rules, List<Step> steps) {
    PolicyRun run = run(rules, steps);
    for (int i = 1; i < 4; i++) {
      double minute = i * LONG_AFTER;
      for (int go = 0; go < 20; go++) {
        run.record("other", null, minute + 4 * go, 0);
      }
      run.tick(minute + 76);
    }
    return run.tick(5 * LONG_AFTER, 6 * LONG_AFTER);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(0, 240).map(half -> half / 2.0),
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(2, Arbitraries.integers().between(30, 100))),
            Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<String> rules() {
    return Combinators.combine(
            rulesWithoutSilence(), Arbitraries.of("", ", silence: 5m", ", silence: 1h"))
        .as(String::concat);
  }

  @Provide
  Arbitrary<String> rulesWithoutSilence() {
    return Combinators.combine(
            Arbitraries.of("1", "2", "2 of 3", "3 of 64").map("consecutive: "::concat),
            Arbitraries.of("1m", "10m", "2h").map(", close-after: "::concat),
            Arbitraries.of("0s", "2m", "1h").map(", update-every: "::concat),
            Arbitraries.of("0s", "3m", "1h").map(", cooldown: "::concat),
            Arbitraries.of(
                "",
                ", flapping: { events: 2, within: 30m }",
                ", flapping: { events: 5, within: 2h }"),
            Arbitraries.of(
                "",
                ", suppress: [ { name: m, maintenance: [ { from: 00:10, to: 00:40 } ] } ]",
                ", suppress: [ { name: f, keys: a, field: amount, above: 800 } ]"))
        .as((a, b, c, d, e, f) -> a + b + c + d + e + f);
  }
}
