package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventLayoutTest {
  @Test
  void onePathMayBeReadAsTwoKinds() {
    EventLayout layout = Layouts.of(Layouts.text("at"), Layouts.time("at"));

    assertThat(layout.indexOf("at", FieldKind.TIME)).isEqualTo(1);
    assertThat(layout.indexOf("at", FieldKind.NUMBER)).isEqualTo(-1);
    assertThat(layout.paths()).containsExactly("at");
  }

  @Test
  void keyAndTimeAreAmongThePaths() {
    EventLayout layout = Layouts.keyed("id", "at", Layouts.number("amount"), Layouts.time("at"));

    assertThat(layout.paths()).containsExactly("amount", "at", "id");
  }

  @Test
  void aFieldThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> Layouts.of(Layouts.number("a"), Layouts.number("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field EventField[path=a, kind=NUMBER] stands twice in the layout");
  }

  @Test
  void aBlankPathIsRefused() {
    assertThatThrownBy(() -> Layouts.number(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a field's path must not be blank");
  }
}
