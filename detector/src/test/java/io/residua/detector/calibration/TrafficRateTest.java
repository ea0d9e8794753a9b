package io.residua.detector.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrafficRateTest {
  private static final long START = 1_700_000_000_000L;
  private static final long DAY = Duration.ofDays(1).toMillis();

  @Test
  void beginsWithWhatIsExpectedAndComesToWhatThereIs() {
    TrafficRate rate = new TrafficRate(1_000);
    assertThat(rate.perDay()).isEqualTo(1_000);

    run(rate, START, 30, 2_500);

    assertThat(rate.perDay()).isCloseTo(2_500, within(50.0));
  }

  @Test
  void isMovedLittleByOneBusyDay() {
    TrafficRate rate = new TrafficRate(1_000);
    run(rate, START, 30, 1_000);

    run(rate, START + 30 * DAY, 1, 2_000);

    assertThat(rate.perDay()).isBetween(1_100.0, 1_160.0);
  }

  @Test
  void staysWithinFourTimesWhatIsExpected() {
    TrafficRate busy = new TrafficRate(100);
    run(busy, START, 30, 10_000);
    TrafficRate quiet = new TrafficRate(10_000);
    run(quiet, START, 60, 10);

    assertThat(busy.perDay()).isEqualTo(400);
    assertThat(quiet.perDay()).isEqualTo(2_500);
  }

  @Test
  void countsRecordsThatComeLateAndInAnyOrder() {
    TrafficRate rate = new TrafficRate(1_000);
    for (int day = 0; day < 30; day++) {
      long noon = START + day * DAY;
      for (int i = 0; i < 1_000; i++) {
        rate.seen(noon + (i * 7919L % 1_000) * DAY / 1_000);
      }
    }

    assertThat(rate.perDay()).isCloseTo(1_000, within(100.0));
  }

  @Test
  void isNotLedAstrayByOneWrongTime() {
    TrafficRate rate = new TrafficRate(1_000);
    run(rate, START, 10, 1_000);
    rate.seen(Long.MAX_VALUE);
    rate.seen(Long.MIN_VALUE + 1);

    run(rate, START + 10 * DAY, 10, 1_000);

    assertThat(rate.perDay()).isCloseTo(1_000, within(150.0));
  }

  @Test
  void goesOnFromItsState() {
    TrafficRate stopped = new TrafficRate(1_000);
    run(stopped, START, 3, 3_000);
    TrafficRate restored = new TrafficRate(1_000);

    restored.restore(stopped.state());

    run(stopped, START + 3 * DAY, 1, 10);
    run(restored, START + 3 * DAY, 1, 10);
    assertThat(restored.perDay()).isEqualTo(stopped.perDay()).isNotEqualTo(1_000);
  }

  @Test
  void refusesAnExpectationOfNothing() {
    assertThatThrownBy(() -> new TrafficRate(0))
        .hasMessage("expected records a day are above 0, got 0.0");
    assertThatThrownBy(() -> new TrafficRate(Double.NaN))
        .hasMessage("expected records a day are above 0, got NaN");
  }

  private static void run(TrafficRate rate, long start, int days, int perDay) {
    for (long i = 0; i < (long) days * perDay; i++) {
      rate.seen(start + i * DAY / perDay);
    }
  }
}
