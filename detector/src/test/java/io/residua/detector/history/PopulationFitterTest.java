package io.residua.detector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.EventTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationFitterTest {
  @Test
  void fitsKeysOnlyWhereANumberAsksForThem() {
    FittedPopulations plain = fit("- { z: amount, as: d }");
    FittedPopulations fitted = fit("- { z: amount, fitted: true, as: d }");

    assertThat(plain.byName().get("d").keys()).isEmpty();
    assertThat(fitted.byName().get("d").all()).isEqualTo(plain.byName().get("d").all());
  }

  @Test
  void fitsEachKeyThatHasEnoughEvents() {
    FittedPopulations fitted = fit("- { z: amount, fitted: true, as: d }");

    assertThat(fitted.byName().get("d").keys()).containsOnlyKeys("often");
    FittedKey key = fitted.byName().get("d").keys().get("often");
    assertThat(key.events()).isEqualTo(100);
    assertThat(key.mean()).isCloseTo(8, within(1e-12));
    assertThat(key.deviation()).isCloseTo(1, within(1e-12));
  }

  /** 100 events of one key, 7 and 9 in turn, and 10 of another. */
  private static FittedPopulations fit(String feature) {
    DetectorDefinition definition = Histories.definition(feature);
    EventTable table = new EventTable(EventLayouts.of(definition));
    for (int i = 0; i < 100; i++) {
      table.append(Histories.event(table.layout(), "often", i, i % 2 == 0 ? 7 : 9));
    }
    for (int i = 0; i < 10; i++) {
      table.append(Histories.event(table.layout(), "seldom", i, 50));
    }
    return PopulationFitter.fit(definition, table, IntStream.range(0, table.rows()).toArray());
  }
}
