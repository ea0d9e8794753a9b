package io.residua.detector.event;

import static io.residua.detector.event.AvroValues.field;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** One record, whether it comes as Avro, as JSON or as a row, is one event or one rejection. */
class RouteAgreementTest {
  private record Read(Rejection rejection, String event) {}

  @Property(tries = 3000)
  void oneValueReadAsOneKindIsTheSameByEveryRoute(
      @ForAll("cells") Cell cell, @ForAll FieldKind kind) {
    EventLayout layout = Layouts.of(new EventField("a", kind));

    Read json = json(layout, "{\"a\":%s}".formatted(cell.json()));
    Read avro = avro(layout, List.of("a"), List.of(cell));
    Read row = row(layout, List.of("a"), Collections.singletonList(cell.row()));

    assertThat(avro).isEqualTo(json);
    assertThat(row).isEqualTo(json);
  }

  @Property(tries = 500)
  void aRecordIsTheSameByEveryRouteInAnyOrderOfItsFields(
      @ForAll("records") List<Cell> cells, @ForAll Random order) {
    List<EventField> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      names.add("f" + i);
      if (i % 3 != 2) {
        fields.add(Layouts.text("f" + i));
        if (!(cells.get(i).avro() instanceof String)) {
          fields.add(Layouts.number("f" + i));
        }
      }
    }
    Collections.shuffle(fields, order);
    EventLayout layout = new EventLayout(fields, Optional.of("f0"), Optional.empty());

    StringBuilder json = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      json.append(i == 0 ? "" : ",").append("\"f%d\":%s".formatted(i, cells.get(i).json()));
    }
    Read expected = json(layout, "{" + json + "}");

    assertThat(avro(layout, names, cells)).isEqualTo(expected);
    assertThat(row(layout, names, rows(cells))).isEqualTo(expected);
  }

  @Property
  void aTimestampIsTheSameAsAvroAsARowAndAsIsoText(@ForAll("millis") long millis) {
    EventLayout layout =
        new EventLayout(
            List.of(Layouts.time("a"), Layouts.text("a")), Optional.empty(), Optional.of("a"));
    String iso = Instant.ofEpochMilli(millis).toString();
    Cell cell =
        new Cell(
            "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}", millis * 1000, null, null);

    Read json = json(layout, "{\"a\":\"%s\"}".formatted(iso));

    assertThat(json.event()).contains("\"time\":" + millis);
    assertThat(avro(layout, List.of("a"), List.of(cell))).isEqualTo(json);
    assertThat(row(layout, List.of("a"), List.of(Cell.local(millis)))).isEqualTo(json);
  }

  @Provide
  Arbitrary<Cell> cells() {
    return Cell.any();
  }

  @Provide
  Arbitrary<List<Cell>> records() {
    return Cell.any().list().ofMinSize(1).ofMaxSize(9);
  }

  @Provide
  Arbitrary<Long> millis() {
    return Arbitraries.oneOf(Cell.millis(), Arbitraries.just(0L));
  }

  private static Read json(EventLayout layout, String json) {
    Event event = new Event(layout);
    return read(
        new JsonEventDecoder(layout, 1 << 20).decode(json.getBytes(StandardCharsets.UTF_8), event),
        event);
  }

  private static Read avro(EventLayout layout, List<String> names, List<Cell> cells) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(field(names.get(i), cells.get(i).avroType()));
    }
    Schema schema = AvroValues.record(fields.toArray(String[]::new));
    GenericData.Record record = new GenericData.Record(schema);
    for (int i = 0; i < names.size(); i++) {
      record.put(i, cells.get(i).avro());
    }
    Event event = new Event(layout);
    return read(
        new AvroEventDecoder(layout, WriterSchemas.none(), Optional.of(schema), 1 << 20)
            .decode(AvroValues.body(schema, record), event),
        event);
  }

  private static Read row(EventLayout layout, List<String> columns, List<Object> row) {
    Event event = new Event(layout);
    return read(new RowEventReader(layout, columns).read(row.toArray(), event), event);
  }

  private static List<Object> rows(List<Cell> cells) {
    List<Object> row = new ArrayList<>();
    cells.forEach(cell -> row.add(cell.row()));
    return row;
  }

  private static Read read(Rejection rejection, Event event) {
    return rejection != null
        ? new Read(rejection, null)
        : new Read(null, new EventJson(event.layout()).write(event).toString());
  }
}
