package io.residua.benchmarks.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardPrecisionTest {
  private static final EventLayout LAYOUT =
      new EventLayout(List.of(), Optional.empty(), Optional.empty());
  private static final long NEXT_DAY = 86_400_000;

  @Test
  void isTheMeanOverDaysOfTheShareOfCardsWithAFraud() {
    EventTable rows = new EventTable(LAYOUT);
    add(rows, "a", 0);
    add(rows, "a", 1);
    add(rows, "b", 2);
    add(rows, "c", 3);
    add(rows, "a", NEXT_DAY);
    add(rows, "b", NEXT_DAY + 1);
    add(rows, "c", NEXT_DAY + 2);
    double[] scores = {9, 1, 5, 2, 1, 5, 4};
    boolean[] frauds = {false, true, false, true, true, false, false};

    assertThat(CardPrecision.of(rows, scores, frauds, 2)).isEqualTo(0.25);
  }

  @Test
  void choosesTheEarlierOfEqualScores() {
    assertThat(HighestScores.of(new double[] {1, 3, 3, 3, 0}, 0.4))
        .containsExactly(false, true, true, false, false);
  }

  private static void add(EventTable rows, String card, long time) {
    Event event = new Event(LAYOUT);
    event.setKey(card);
    event.setTime(time);
    rows.append(event);
  }
}
