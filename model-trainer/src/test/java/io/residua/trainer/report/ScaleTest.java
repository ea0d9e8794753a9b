package io.residua.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void ticksAreRoundNumbers() {
    assertThat(new LinearScale(0, 1).ticks())
        .containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
    assertThat(new LinearScale(100, 2000).ticks()).containsExactly(500.0, 1000.0, 1500.0, 2000.0);
    assertThat(new LogScale(0.002, 700).ticks()).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0);
    assertThat(new LogScale(0.6, 30).ticks()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0);
    assertThat(new LogScale(3.1, 3.9).ticks())
        .containsExactly(3.2, 3.4000000000000004, 3.6, 3.8000000000000003);
  }

  @Test
  void anAxisWithoutExtentIsWidened() {
    assertThat(new LinearScale(4, 4)).isEqualTo(new LinearScale(2, 6));
    assertThat(new LinearScale(0, 0)).isEqualTo(new LinearScale(-1, 1));
    assertThat(new LogScale(4, 4)).isEqualTo(new LogScale(2, 8));
  }

  @Test
  void equalRatiosAreEqualSteps() {
    LogScale scale = new LogScale(0.01, 100);

    assertThat(scale.place(1)).isCloseTo(0.5, within(1e-12));
    assertThat(scale.value(0.25)).isCloseTo(0.1, within(1e-12));
    assertThat(List.of(scale.place(0), scale.place(-3), scale.place(1e9)))
        .containsExactly(0.0, 0.0, 1.0);
  }

  @Property(tries = 500)
  void logTicksLieInsideAndStayFew(
      @ForAll @DoubleRange(min = -289, max = 289) double low,
      @ForAll @DoubleRange(min = 0.01, max = 500) double decades) {
    LogScale scale = new LogScale(Math.pow(10, low), Math.pow(10, Math.min(289.5, low + decades)));

    assertThat(scale.ticks())
        .hasSizeBetween(1, 10)
        .isSorted()
        .allMatch(tick -> tick >= scale.low() * 0.999 && tick <= scale.high() * 1.001);
  }

  @Property(tries = 500)
  void linearTicksLieInsideAndStayFew(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
      @ForAll @DoubleRange(min = 0.01, max = 1e9) double extent) {
    LinearScale scale = new LinearScale(low, low + extent);
    double slack = extent * 1e-3 + Math.abs(low) * 1e-11;

    assertThat(scale.ticks())
        .hasSizeBetween(1, 7)
        .isSorted()
        .allMatch(tick -> tick >= scale.low() - slack && tick <= scale.high() + slack);
  }
}
