package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupFieldTest {
  private static final EventField AMOUNT = new EventField("region", FieldKind.NUMBER);
  private static final EventField REGION = new EventField("region", FieldKind.TEXT);
  private static final EventLayout MODEL =
      new EventLayout(List.of(AMOUNT), Optional.of("card"), Optional.of("at"));

  @Test
  void withoutGroupingEventsAreWhatTheModelReads() {
    GroupField field = GroupField.of(policy(""), MODEL);

    assertThat(field.layout()).isSameAs(MODEL);
    assertThat(field.of(new Event(MODEL))).isNull();
  }

  @Test
  void aFieldThatTheModelDoesNotReadComesAfterThose() {
    GroupField field = GroupField.of(policy("by: region"), MODEL);

    assertThat(field.layout())
        .isEqualTo(
            new EventLayout(List.of(AMOUNT, REGION), Optional.of("card"), Optional.of("at")));
    Event event = new Event(field.layout());
    assertThat(field.of(event)).isNull();
    event.setText(1, "eu");
    assertThat(field.of(event)).isEqualTo("eu");
  }

  @Test
  void aFieldThatTheModelReadsIsReadOnce() {
    EventLayout model =
        new EventLayout(List.of(REGION, AMOUNT), Optional.empty(), Optional.empty());
    GroupField field = GroupField.of(policy("by: region"), model);

    assertThat(field.layout()).isSameAs(model);
    Event event = new Event(model);
    event.setText(0, "x".repeat(2_000));
    assertThat(field.of(event)).isEqualTo("x".repeat(1_000));
  }

  private static AlertPolicy policy(String alerts) {
    return AlertPolicy.of("d", PolicyRun.spec(alerts));
  }
}
