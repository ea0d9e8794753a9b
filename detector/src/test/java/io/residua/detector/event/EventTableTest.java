package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventTableTest {
  private final EventLayout layout =
      Layouts.keyed("id", "at", Layouts.number("amount"), Layouts.text("country"));
  private final EventTable table = new EventTable(layout);

  @Test
  void rowsComeBackAsTheyWereAppended() {
    append(100);

    Event row = new Event(layout);
    for (int i = 0; i < 100; i++) {
      table.read(i, row);
      assertThat(row.number(0)).isEqualTo(i);
      assertThat(row.text(1)).isEqualTo("c" + i);
      assertThat(row.key()).isEqualTo("k" + i);
      assertThat(row.time()).isEqualTo(i * 1000L);
    }
    assertThat(table.rows()).isEqualTo(100);
  }

  @Test
  void cellsAreReadWithoutAnEvent() {
    append(3);

    assertThat(table.number(2, 0)).isEqualTo(2);
    assertThat(table.text(2, 1)).isEqualTo("c2");
    assertThat(table.key(2)).isEqualTo("k2");
    assertThat(table.time(2)).isEqualTo(2000);
  }

  @Test
  void whatWasMissingStaysMissing() {
    table.append(new Event(layout));

    Event row = new Event(layout);
    row.setNumber(0, 1);
    row.setText(1, "x");
    row.setKey("k");
    row.setTime(1);
    table.read(0, row);

    assertThat(row.number(0)).isNaN();
    assertThat(row.text(1)).isNull();
    assertThat(row.key()).isNull();
    assertThat(row.time()).isEqualTo(Event.NO_TIME);
  }

  @Test
  void selectTakesRowsInTheGivenOrder() {
    append(5);

    EventTable selected = table.select(new int[] {4, 0, 4});

    assertThat(selected.rows()).isEqualTo(3);
    assertThat(selected.key(0)).isEqualTo("k4");
    assertThat(selected.number(1, 0)).isEqualTo(0);
    assertThat(selected.time(2)).isEqualTo(4000);
  }

  @Test
  void aRowBeyondTheLastIsRefused() {
    append(2);

    assertThatThrownBy(() -> table.number(2, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("row 2 of a table of 2");
    assertThatThrownBy(() -> table.read(-1, new Event(layout)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("row -1 of a table of 2");
  }

  @Test
  void anEventOfAnotherLayoutIsRefused() {
    Event other = new Event(Layouts.of(Layouts.number("amount")));

    assertThatThrownBy(() -> table.append(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected an event of the table's layout");
  }

  private void append(int rows) {
    Event event = new Event(layout);
    for (int i = 0; i < rows; i++) {
      event.setNumber(0, i);
      event.setText(1, "c" + i);
      event.setKey("k" + i);
      event.setTime(i * 1000L);
      table.append(event);
    }
  }
}
