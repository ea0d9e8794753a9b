package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.event.Event;
import io.residua.detector.event.FieldKind;
import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.detector.history.HistoryMemory;
import org.junit.jupiter.api.Test;

class KeyedScorerTest {
  private final Detector detector =
      new Detector(KeyedFixtures.model(KeyedFixtures.DEFINITION + "missing: reject\n"));

  @Test
  void scoresTheFirstEventOfANewKeyThoughItHasNoPast() {
    assertThat(score(50)).isNull();
  }

  @Test
  void stillRejectsAnEventThatLacksAFieldOfItsOwn() {
    Rejection rejection = score(Double.NaN);

    assertThat(rejection.reason()).isEqualTo(RejectReason.MISSING_FIELD);
    assertThat(rejection.detail()).isEqualTo("field amount is missing or not finite");
  }

  private Rejection score(double amount) {
    Event event = new Event(detector.layout());
    event.setKey("nobody has met this card");
    event.setTime(1_900_000_000_000L);
    event.setNumber(detector.layout().indexOf("amount", FieldKind.NUMBER), amount);
    event.setText(detector.layout().indexOf("shop", FieldKind.TEXT), "shop-1");
    new HistoryMemory(detector.history()).apply(event);
    return detector.newScorer().score(event);
  }
}
