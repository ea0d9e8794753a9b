package io.residua.cli.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.event.AvroEventDecoder;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventDecoder;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.detector.event.JsonEventDecoder;
import io.residua.detector.event.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RowEncoderTest {
  private static final int MAX_BYTES = 10_000;
  private static final List<TableColumn> COLUMNS =
      List.of(
          new TableColumn("count", CellType.WHOLE),
          new TableColumn("amount", CellType.NUMBER),
          new TableColumn("online", CellType.FLAG),
          new TableColumn("card.country", CellType.TEXT),
          new TableColumn("card.issued", CellType.INSTANT),
          new TableColumn("at", CellType.INSTANT));
  private static final Object[] ROW = {
    7,
    12.5,
    true,
    "DE",
    LocalDateTime.of(2026, 1, 2, 3, 4, 5),
    Instant.parse("2026-03-02T00:00:00Z")
  };

  private final EventLayout layout =
      new EventLayout(
          List.of(
              new EventField("count", FieldKind.NUMBER),
              new EventField("amount", FieldKind.NUMBER),
              new EventField("online", FieldKind.TEXT),
              new EventField("card.country", FieldKind.TEXT),
              new EventField("card.issued", FieldKind.TIME)),
          Optional.empty(),
          Optional.of("at"));
  private final Schema schema = TableSchema.of("my-topic", COLUMNS);

  @Test
  void jsonAndAvroDecodeToTheSameEvent() {
    Event json = decoded(new JsonEventDecoder(layout, MAX_BYTES), new JsonRows(COLUMNS), ROW);
    Event avro = decoded(avro(), AvroRows.singleObject(schema, COLUMNS), ROW);

    for (Event event : List.of(json, avro)) {
      assertThat(event.number(0)).isEqualTo(7);
      assertThat(event.number(1)).isEqualTo(12.5);
      assertThat(event.text(2)).isEqualTo("true");
      assertThat(event.text(3)).isEqualTo("DE");
      assertThat(event.number(4)).isEqualTo(Instant.parse("2026-01-02T03:04:05Z").toEpochMilli());
      assertThat(event.time()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z").toEpochMilli());
    }
  }

  @Test
  void missingAndNotFiniteCellsAreNull() {
    Object[] row = {null, Double.NaN, null, null, null, ROW[5]};

    Event json = decoded(new JsonEventDecoder(layout, MAX_BYTES), new JsonRows(COLUMNS), row);
    Event avro = decoded(avro(), AvroRows.singleObject(schema, COLUMNS), row);

    for (Event event : List.of(json, avro)) {
      assertThat(event.number(0)).isNaN();
      assertThat(event.number(1)).isNaN();
      assertThat(event.text(2)).isNull();
      assertThat(event.text(3)).isNull();
      assertThat(event.number(4)).isNaN();
    }
  }

  @Test
  void dotsBecomeNestedObjects() {
    assertThat(new String(new JsonRows(COLUMNS).encode(ROW), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"count":7,"amount":12.5,"online":true,\
            "card":{"country":"DE","issued":"2026-01-02T03:04:05Z"},\
            "at":"2026-03-02T00:00:00Z"}""");
  }

  @Test
  void theConfluentFramingCarriesTheRegistrysId() {
    RememberingRegistry registry = new RememberingRegistry(42);

    byte[] value = AvroRows.confluent(schema, COLUMNS, "my-topic", registry).encode(ROW);

    assertThat(registry.subject()).isEqualTo("my-topic-value");
    assertThat(value).startsWith(0, 0, 0, 0, 42);
  }

  @Test
  void aNameThatAvroDoesNotKnowIsRefused() {
    List<TableColumn> columns = List.of(new TableColumn("my amount", CellType.NUMBER));

    assertThatThrownBy(() -> TableSchema.of("t", columns))
        .hasMessage(
            "expected column names of letters, digits and _ for Avro, found 'my amount'; JSON"
                + " takes any");
  }

  @Test
  void aNameCannotBeBothACellAndARecord() {
    List<TableColumn> columns =
        List.of(new TableColumn("a", CellType.TEXT), new TableColumn("a.b", CellType.TEXT));

    assertThatThrownBy(() -> new JsonRows(columns))
        .hasMessage("column a.b cannot stand beside another column a");
  }

  @Test
  void aCellOfAnotherTypeIsRefused() {
    assertThatThrownBy(() -> CellType.NUMBER.convert("x"))
        .hasMessage("expected a number, found the String x");
  }

  private EventDecoder avro() {
    return new AvroEventDecoder(layout, WriterSchemas.none(), Optional.of(schema), MAX_BYTES);
  }

  private Event decoded(EventDecoder decoder, RowEncoder encoder, Object[] row) {
    Event event = new Event(layout);
    assertThat(decoder.decode(encoder.encode(row), event)).isNull();
    return event;
  }
}
