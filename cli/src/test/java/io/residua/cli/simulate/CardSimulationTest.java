package io.residua.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CardSimulationTest {
  private static final int CHANNEL = 6;
  private static final int AMOUNT = 7;
  private static final int DISTANCE = 8;

  @Property(tries = 20)
  void theSameSeedGivesTheSameRecords(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int cards) {
    List<SimulatedRecord> first = records(new CardSimulation(seed, cards, 0.2), 500);
    List<SimulatedRecord> second = records(new CardSimulation(seed, cards, 0.2), 500);

    assertThat(second).isEqualTo(first);
  }

  @Property(tries = 20)
  void recordsAreNumberedAndInTheOrderOfTheirTime(@ForAll long seed) {
    List<SimulatedRecord> records = records(new CardSimulation(seed, 20, 0.2), 1000);

    assertThat(records).extracting(SimulatedRecord::t).doesNotHaveDuplicates().isSorted();
    assertThat(records).extracting(SimulatedRecord::time).isSorted();
  }

  @Test
  void anotherSeedGivesOtherRecords() {
    assertThat(records(new CardSimulation(1, 20, 0.2), 50))
        .isNotEqualTo(records(new CardSimulation(2, 20, 0.2), 50));
  }

  @Test
  void withoutFraudsNothingIsLabelled() {
    assertThat(records(new CardSimulation(1, 50, 0), 10_000)).noneMatch(SimulatedRecord::anomaly);
  }

  @Test
  void fraudsAreAboutAsFrequentAsAsked() {
    IncidentLog log = new IncidentLog();
    List<SimulatedRecord> records = records(new CardSimulation(3, 200, 0.01), 60_000);
    records.forEach(log::add);
    double days =
        records.get(records.size() - 1).time().getEpochSecond() / 86400.0
            - records.get(0).time().getEpochSecond() / 86400.0;

    assertThat(log.incidents().size() / (200 * days)).isBetween(0.008, 0.012);
  }

  @Test
  void everyKindOfFraudOccurs() {
    List<SimulatedRecord> records = records(new CardSimulation(4, 200, 0.05), 20_000);

    Map<String, Long> kinds =
        records.stream()
            .map(SimulatedRecord::anomalyKind)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));

    assertThat(kinds).hasSize(CardFraud.values().length);
  }

  @Test
  void purchasesOnlineHaveNoDistanceAndAllOthersOne() {
    for (SimulatedRecord record : records(new CardSimulation(5, 100, 0.05), 5_000)) {
      boolean online = record.values().get(CHANNEL).equals("online");
      assertThat(record.values().get(DISTANCE) == null).isEqualTo(online);
      assertThat((Double) record.values().get(AMOUNT)).isPositive();
    }
  }

  @Test
  void aPopulationOfNobodyIsRefused() {
    assertThatThrownBy(() -> new CardSimulation(1, 0, 0.1)).hasMessageContaining("at least 1 card");
  }

  static List<SimulatedRecord> records(Simulation simulation, int count) {
    return Stream.generate(simulation::next).limit(count).toList();
  }
}
