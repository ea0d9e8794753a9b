package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.fixture.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenRecordsTest {
  private static final ModelBundle MODEL = Fixtures.smallModel();

  @Test
  void theExtremesAndARecordWithMissingFieldsAreAmongThem() {
    EventTable table = Fixtures.table(MODEL.features().layout());
    table.append(Fixtures.event(9999, "food"));
    table.append(Fixtures.event(Double.NaN, "travel"));

    List<GoldenRecord> chosen = choose(table);

    assertThat(chosen).hasSizeBetween(6, 8);
    assertThat(chosen).anyMatch(golden -> golden.event().number(0) == 9999);
    assertThat(chosen).anyMatch(golden -> Double.isNaN(golden.event().number(0)));
    assertThat(chosen.get(0).event().time()).isEqualTo(Fixtures.FIRST_TIME);
  }

  @Test
  void oneRowIsEnoughAndIsChosenOnce() {
    EventTable table = new EventTable(MODEL.features().layout());
    table.append(Fixtures.event(50, "food"));

    assertThat(choose(table)).hasSize(1);
  }

  @Test
  void rowsThatCannotBeScoredOrWrittenAreNotChosen() {
    EventTable table = new EventTable(MODEL.features().layout());
    table.append(Fixtures.event(Double.NaN, null));
    table.append(Fixtures.event(50, "half a pair: \ud800"));
    table.append(Fixtures.event(50, "food"));
    Event strangeKey = Fixtures.event(50, "food");
    strangeKey.setKey("\udc00");
    table.append(strangeKey);

    List<GoldenRecord> chosen = choose(table);

    assertThat(chosen).hasSize(1);
    assertThat(chosen.get(0).event().text(1)).isEqualTo("food");
  }

  @Test
  void aTableWithoutAUsableRowIsRefused() {
    EventTable table = new EventTable(MODEL.features().layout());
    table.append(Fixtures.event(Double.NaN, null));

    assertThatThrownBy(() -> choose(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("none of the table's 1 rows can be scored");
  }

  private static List<GoldenRecord> choose(EventTable table) {
    return GoldenRecords.choose(MODEL.features(), MODEL.parts(), table);
  }
}
