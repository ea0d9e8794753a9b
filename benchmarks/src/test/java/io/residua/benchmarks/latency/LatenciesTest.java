package io.residua.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final long MILLI = 1_000_000;

  @Test
  void readsPercentilesInMilliseconds() {
    Histogram micros = LatencyHistogram.create();
    for (int millis = 1; millis <= 1000; millis++) {
      LatencyHistogram.add(micros, millis * MILLI);
    }

    Latencies latencies = Latencies.of(micros);

    List<Double> expected = List.of(500.0, 900.0, 990.0, 999.0, 1000.0);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(latencies.millis().get(i)).isCloseTo(expected.get(i), Offset.offset(1.0));
    }
  }

  @Test
  void countsALatencyBeyondTenMinutesAsTenMinutes() {
    Histogram micros = LatencyHistogram.create();

    LatencyHistogram.add(micros, 3_600_000 * MILLI);

    assertThat(Latencies.of(micros).millis().get(0)).isCloseTo(600_000, Offset.offset(600.0));
  }

  @Test
  void addedIsTheMedianOfTheRoundsDifferences() {
    LoadLatencies load = new LoadLatencies(new LoadLatencies.Load("50 %", 1000));
    load.add(run(10), run(12));
    load.add(run(50), run(53));
    load.add(run(10), run(60));

    assertThat(load.added().millis()).containsOnly(3.0);
    assertThat(LoadLatencies.medians(load.scoring()).millis()).containsOnly(53.0);
  }

  private static RunLatencies run(double millis) {
    return new RunLatencies(
        new Latencies(List.of(millis, millis, millis, millis, millis)), 0.1, 0, 1);
  }
}
