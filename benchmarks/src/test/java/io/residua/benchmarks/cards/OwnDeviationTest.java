package io.residua.benchmarks.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnDeviationTest {
  private static final EventLayout LAYOUT =
      new EventLayout(
          List.of(new EventField("amount", FieldKind.NUMBER)), Optional.empty(), Optional.empty());

  private final EventTable amounts = new EventTable(LAYOUT);

  @Test
  void comparesAnAmountWithEarlierOnesOfItsCard() {
    add("a", 1);
    add("b", 7);
    add("a", Math.exp(2));
    add("a", Math.exp(4));
    add("b", 7);
    add("b", 900);

    double[] scores = OwnDeviation.scores(amounts);

    assertThat(scores[2]).as("after one event").isZero();
    assertThat(scores[3]).as("mean 1, spread the root of 2").isCloseTo(2.1213, within(1e-4));
    assertThat(scores[5]).as("where nothing varied").isZero();
  }

  @Test
  void takesAnAmountOfNothingForACent() {
    add("a", 0.01);
    add("a", 1);
    add("a", 0);

    assertThat(OwnDeviation.scores(amounts)[2]).isCloseTo(-Math.sqrt(0.5), within(1e-9));
  }

  private void add(String card, double amount) {
    Event event = new Event(LAYOUT);
    event.setKey(card);
    event.setNumber(0, amount);
    amounts.append(event);
  }
}
