package io.residua.cli.simulate;

import static io.residua.cli.simulate.CardSimulationTest.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServerSimulationTest {
  private static final int FIRST_METRIC = 3;

  @Property(tries = 20)
  void theSameSeedGivesTheSameRecords(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int servers) {
    assertThat(records(new ServerSimulation(seed, servers, 2), 500))
        .isEqualTo(records(new ServerSimulation(seed, servers, 2), 500));
  }

  @Property(tries = 10)
  void everyMetricIsFiniteAndNotNegative(@ForAll long seed) {
    for (SimulatedRecord record : records(new ServerSimulation(seed, 2, 5), 3000)) {
      assertThat(metrics(record)).allMatch(value -> value >= 0 && Double.isFinite(value));
    }
  }

  @Test
  void everyServerReportsOnceAMinute() {
    List<SimulatedRecord> records = records(new ServerSimulation(1, 3, 1), 3000);

    assertThat(records.stream().collect(Collectors.groupingBy(SimulatedRecord::t)))
        .hasSize(1000)
        .allSatisfy(
            (minute, samples) ->
                assertThat(samples)
                    .extracting(SimulatedRecord::key)
                    .containsExactly("server-01", "server-02", "server-03"));
  }

  @Test
  void incidentsChangeTheirCulpritsOnly() {
    List<SimulatedRecord> healthy = records(new ServerSimulation(6, 1, 0), 30_000);
    List<SimulatedRecord> troubled = records(new ServerSimulation(6, 1, 3), 30_000);
    List<String> columns = new ServerSimulation(6, 1, 3).columns();

    for (int i = 0; i < healthy.size(); i++) {
      for (int column = FIRST_METRIC; column < columns.size() - 2; column++) {
        if (!troubled.get(i).culprits().contains(columns.get(column))) {
          assertThat(troubled.get(i).values().get(column))
              .isEqualTo(healthy.get(i).values().get(column));
        }
      }
    }
    assertThat(troubled).anyMatch(SimulatedRecord::anomaly);
  }

  @Test
  void everyKindOfIncidentOccurs() {
    assertThat(
            records(new ServerSimulation(2, 3, 4), 60_000).stream()
                .map(SimulatedRecord::anomalyKind)
                .flatMap(Optional::stream)
                .distinct())
        .hasSize(ServerIncidentKind.values().length);
  }

  @Test
  void noServersAreRefused() {
    assertThatThrownBy(() -> new ServerSimulation(1, 0, 1))
        .hasMessageContaining("at least 1 server");
  }

  private static List<Double> metrics(SimulatedRecord record) {
    return record
        .values()
        .subList(FIRST_METRIC, FIRST_METRIC + ServerMetric.values().length)
        .stream()
        .map(value -> (Double) value)
        .toList();
  }
}
