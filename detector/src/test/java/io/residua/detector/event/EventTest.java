package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private final Event event =
      new Event(Layouts.of(Layouts.number("amount"), Layouts.text("country")));

  @Test
  void startsWithEverythingMissing() {
    assertThat(event.number(0)).isNaN();
    assertThat(event.text(1)).isNull();
    assertThat(event.key()).isNull();
    assertThat(event.time()).isEqualTo(Event.NO_TIME);
  }

  @Test
  void clearForgetsTheRecordBefore() {
    event.setNumber(0, 1.5);
    event.setText(1, "NO");
    event.setKey("k");
    event.setTime(7);

    event.clear();

    startsWithEverythingMissing();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
  void aNumberThatIsNotFiniteIsMissing(double value) {
    event.setNumber(0, value);

    assertThat(event.number(0)).isNaN();
  }
}
