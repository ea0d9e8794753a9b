package io.residua.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void spreadsASecondsRecordsOverItsMilliseconds() {
    Schedule schedule = new Schedule(2500, 0, 1);

    long[] due = LongStream.range(0, schedule.records()).map(schedule::dueMillis).toArray();

    assertThat(due).hasSize(2500).isSorted().startsWith(0, 0, 0, 1, 1, 2).endsWith(999, 999);
  }

  @Test
  void keepsAnUnevenRateOverTime() {
    Schedule schedule = new Schedule(7, 0, 10);

    assertThat(schedule.records()).isEqualTo(70);
    assertThat(schedule.dueMillis(69)).isEqualTo(9857);
  }

  @Test
  void measuresWhatIsDueAfterTheWarmUp() {
    Schedule schedule = new Schedule(100, 2, 3);

    assertThat(schedule.records()).isEqualTo(500);
    assertThat(schedule.isMeasured(1999)).isFalse();
    assertThat(schedule.isMeasured(2000)).isTrue();
  }

  @Test
  void refusesARateThatIsNone() {
    assertThatThrownBy(() -> new Schedule(Double.NaN, 0, 1))
        .hasMessage("expected a rate above 0, found NaN");
    assertThatThrownBy(() -> new Schedule(1, 0, 0))
        .hasMessage("expected no less than 0 seconds of warm-up and 1 measured, found 0 and 0");
  }
}
