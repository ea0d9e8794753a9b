package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.event.Event;
import io.residua.detector.fixture.Fixtures;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BudgetKeeperTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** The fixture's records are a minute apart. */
  private static final int TRAINED_PER_DAY = 1440;

  @Test
  void holdsEachRecordAgainstAShareOfThemWithoutAnyState() throws Exception {
    BudgetKeeper keeper = BudgetKeeper.of(detector("budget: 1 in 100"));

    assertThat(keeper.hasState()).isFalse();
    assertThat(keeper.adjusted(0.0123)).isEqualTo(0.0123);
    assertThat(keeper.alerts(0.01, Event.NO_TIME)).isTrue();
    assertThat(keeper.alerts(Math.nextUp(0.01), Event.NO_TIME)).isFalse();
  }

  @Test
  void keepsABudgetPerDayWhereTrafficIsThreeTimesWhatWasTrained() throws Exception {
    Detector detector = detector("budget: 36 per day");
    BudgetKeeper keeper = BudgetKeeper.watching(detector, 1);
    SplittableRandom random = new SplittableRandom(1);
    int perDay = 3 * TRAINED_PER_DAY;
    for (int i = 0; i < 30 * perDay; i++) {
      keeper.alerts(1 - random.nextDouble(), (long) i * DAY / perDay);
    }

    int alerts = 0;
    for (int i = 30 * perDay; i < 60 * perDay; i++) {
      alerts += keeper.alerts(1 - random.nextDouble(), (long) i * DAY / perDay) ? 1 : 0;
    }

    // By the training's traffic it would be 108 a day.
    assertThat(alerts / 30.0).isBetween(32.0, 41.0);
    assertThat(keeper.significance()).isCloseTo(detector.significance() / 3, within(0.0003));
  }

  @Test
  void givesATaskItsShareOfABudgetPerDay() throws Exception {
    Detector detector = detector("budget: 36 per day");
    BudgetKeeper keeper = BudgetKeeper.watching(detector, 0.25);

    assertThat(keeper.significance()).isCloseTo(detector.significance(), within(1e-12));
    int perDay = TRAINED_PER_DAY / 2;
    for (int i = 0; i < 40 * perDay; i++) {
      keeper.alerts(1, (long) i * DAY / perDay);
    }
    assertThat(keeper.significance()).isCloseTo(detector.significance() / 2, within(0.001));
  }

  @Test
  void lowersTheBarForARecordAmongOtherStrangeOnes() throws Exception {
    BudgetKeeper keeper = BudgetKeeper.of(detector("budget: fdr 0.1 over 100"));

    assertThat(keeper.significance()).isCloseTo(0.001, within(1e-15));
    assertThat(keeper.alerts(0.0015, Event.NO_TIME)).isFalse();
    assertThat(keeper.alerts(0.0015, Event.NO_TIME)).isTrue();
  }

  @Test
  void followsDriftWhereTheDefinitionAsksForIt() throws Exception {
    BudgetKeeper keeper =
        BudgetKeeper.of(detector("budget: 1 in 100\n  recalibrate: { over: 10000, at-most: 3 }"));
    SplittableRandom random = new SplittableRandom(2);
    int alerts = 0;
    for (int i = 0; i < 200_000; i++) {
      double adjusted = keeper.adjusted(Math.pow(1 - random.nextDouble(), 1.2));
      alerts += keeper.alerts(adjusted, Event.NO_TIME) && i >= 100_000 ? 1 : 0;
    }

    // Unadjusted, 1 in 46 would alert.
    assertThat(alerts / 100_000.0).isBetween(0.0085, 0.0125);
    assertThat(keeper.driftFactor()).isBetween(1.5, 3.0);
  }

  @Test
  void goesOnFromItsState() throws Exception {
    Detector detector =
        detector("budget: fdr 0.1 over 100\n  recalibrate: { over: 1000, at-most: 3 }");
    BudgetKeeper stopped = BudgetKeeper.of(detector);
    SplittableRandom random = new SplittableRandom(3);
    random.doubles(2_345).forEach(u -> stopped.alerts(stopped.adjusted(u * u + 1e-12), 0));
    BudgetKeeper restored = BudgetKeeper.of(detector);

    restored.restore(stopped.state());

    assertThat(stopped.hasState()).isTrue();
    random
        .doubles(3_000)
        .map(u -> u * u + 1e-12)
        .forEach(
            p ->
                assertThat(restored.alerts(restored.adjusted(p), 0))
                    .isEqualTo(stopped.alerts(stopped.adjusted(p), 0)));
  }

  @Test
  void takesOfAnotherBudgetsStateWhatItHasAUseFor() throws Exception {
    BudgetKeeper before = BudgetKeeper.of(detector("budget: fdr 0.1 over 100"));
    before.alerts(1e-6, 0);
    BudgetKeeper after = BudgetKeeper.of(detector("budget: 1 in 100"));

    after.restore(before.state());

    assertThat(after.alerts(0.01, 0)).isTrue();
    assertThatThrownBy(() -> after.restore(new byte[] {7}))
        .hasMessage("expected the state of the budget in version 1, found version 7");
  }

  @Test
  void refusesAShareOfNothing() throws Exception {
    Detector detector = detector("budget: 36 per day");

    assertThatThrownBy(() -> BudgetKeeper.watching(detector, 0))
        .hasMessage("a share is above 0 and at most 1, got 0.0");
  }

  private static Detector detector(String calibration) {
    String yaml = Fixtures.DEFINITION.replace("budget: 1 in 100", calibration);
    return new Detector(Fixtures.smallModel(Fixtures.definition(yaml), 1));
  }
}
