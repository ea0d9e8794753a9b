package io.residua.detector.event;

import static io.residua.detector.event.AvroValues.field;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;

/** Whatever a producer's schema holds besides, the wanted fields are read as Avro itself does. */
class RandomSchemasTest {
  private final EventLayout layout =
      Layouts.of(
          Layouts.number("amount"), Layouts.text("card.country"), Layouts.number("card.limit"));

  @Property(tries = 500)
  void theWantedFieldsAreReadFromAmongAnyOthers(
      @ForAll("extraTypes") List<String> extra, @ForAll long seed) {
    Schema schema = schema(extra);
    Event event = new Event(layout);
    EventDecoder decoder =
        new AvroEventDecoder(layout, WriterSchemas.none(), Optional.of(schema), 1 << 24);
    for (Object value : new RandomData(schema, 3, seed)) {
      GenericRecord record = (GenericRecord) value;

      assertThat(decoder.decode(AvroValues.body(schema, record), event)).isNull();

      Object country = ((GenericRecord) record.get("card")).get("country");
      Object limit = ((GenericRecord) record.get("card")).get("limit");
      assertThat(event.number(0)).isEqualTo(record.get("amount"));
      assertThat(event.text(1)).isEqualTo(country == null ? null : country.toString());
      assertThat(event.number(2)).isEqualTo(((Number) limit).doubleValue());
    }
  }

  @Provide
  Arbitrary<List<String>> extraTypes() {
    return types(3).list().ofMinSize(3).ofMaxSize(9);
  }

  // Names are given later, as Avro wants each named type once.
  private static Arbitrary<String> types(int depth) {
    Arbitrary<String> primitives =
        Arbitraries.of(
            "\"null\"",
            "\"int\"",
            "\"long\"",
            "\"float\"",
            "\"double\"",
            "\"boolean\"",
            "\"string\"",
            "\"bytes\"",
            "{\"type\":\"fixed\",\"name\":\"?\",\"size\":5}",
            "{\"type\":\"enum\",\"name\":\"?\",\"symbols\":[\"A\",\"B\"]}",
            "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}",
            "[\"null\",\"string\",\"long\"]");
    if (depth == 0) {
      return primitives;
    }
    Arbitrary<String> inner = types(depth - 1);
    return Arbitraries.oneOf(
        primitives,
        inner.map("{\"type\":\"array\",\"items\":%s}"::formatted),
        inner.map("{\"type\":\"map\",\"values\":%s}"::formatted),
        inner.list().ofMaxSize(3).map(RandomSchemasTest::recordType));
  }

  private static String recordType(List<String> types) {
    List<String> fields = new ArrayList<>();
    types.forEach(type -> fields.add(field("f" + fields.size(), type)));
    return "{\"type\":\"record\",\"name\":\"?\",\"fields\":[%s]}"
        .formatted(String.join(",", fields));
  }

  private static Schema schema(List<String> extra) {
    int third = extra.size() / 3;
    List<String> card = fields("a", extra.subList(0, third));
    card.add(field("country", "[\"null\",\"string\"]"));
    card.addAll(fields("b", extra.subList(third, 2 * third)));
    card.add(field("limit", "\"float\""));
    List<String> top = fields("c", extra.subList(2 * third, extra.size()));
    top.add(
        field(
            "card",
            "{\"type\":\"record\",\"name\":\"?\",\"fields\":[%s]}"
                .formatted(String.join(",", card))));
    top.add(field("amount", "\"double\""));
    AtomicInteger names = new AtomicInteger();
    String[] named = top.stream().map(type -> named(type, names)).toArray(String[]::new);
    return AvroValues.record(named);
  }

  private static List<String> fields(String prefix, List<String> types) {
    List<String> fields = new ArrayList<>();
    types.forEach(type -> fields.add(field(prefix + fields.size(), type)));
    return fields;
  }

  private static String named(String type, AtomicInteger names) {
    String text = type;
    while (text.contains("\"?\"")) {
      text = text.replaceFirst("\"\\?\"", "\"N" + names.incrementAndGet() + "\"");
    }
    return text;
  }
}
