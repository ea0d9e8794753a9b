package io.residua.detector.event;

import static io.residua.detector.event.AvroValues.bytes;
import static io.residua.detector.event.AvroValues.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.schema.wire.SchemaRegistry;
import io.residua.schema.wire.SchemaRegistryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroEventDecoderTest {
  private static final int LIMIT = 1 << 20;
  private static final Schema CARD =
      AvroValues.schema(
          "{\"type\":\"record\",\"name\":\"Card\",\"fields\":[%s,%s]}"
              .formatted(field("country", "[\"null\",\"string\"]"), field("limit", "\"double\"")));
  private static final Schema PAYMENT =
      AvroValues.record(
          field("id", "\"string\""),
          field("amount", "\"double\""),
          field("tags", "{\"type\":\"array\",\"items\":\"string\"}"),
          field("card", "[\"null\"," + CARD + "]"),
          field("labels", "{\"type\":\"map\",\"values\":[\"string\",\"long\"]}"));

  private final EventLayout layout =
      Layouts.of(
          Layouts.number("amount"),
          Layouts.text("card.country"),
          Layouts.text("labels.env"),
          Layouts.number("nowhere"));
  private final Event event = new Event(layout);

  @Test
  void readsNestedFieldsAndMapEntriesAndSkipsTheRest() {
    assertThat(fixed(PAYMENT).decode(AvroValues.body(PAYMENT, payment()), event)).isNull();

    assertThat(event.number(0)).isEqualTo(9.5);
    assertThat(event.text(1)).isEqualTo("NO");
    assertThat(event.text(2)).isEqualTo("prod");
  }

  @Test
  void aFieldThatTheWriterDoesNotHaveIsMissing() {
    fixed(PAYMENT).decode(AvroValues.body(PAYMENT, payment()), event);

    assertThat(event.number(3)).isNaN();
  }

  @Test
  void aNullOnTheWayToAFieldLeavesItMissing() {
    GenericRecord payment = payment();
    payment.put("card", null);

    assertThat(fixed(PAYMENT).decode(AvroValues.body(PAYMENT, payment), event)).isNull();

    assertThat(event.text(1)).isNull();
  }

  @Test
  void aScalarOnTheWayToAFieldIsAWrongType() {
    Schema schema = AvroValues.record(field("card", "\"string\""));
    GenericRecord record = new GenericRecordBuilder(schema).set("card", "x").build();

    assertThat(fixed(schema).decode(AvroValues.body(schema, record), event))
        .isEqualTo(
            new Rejection(
                RejectReason.WRONG_TYPE, "field card: expected a record, found Avro string"));
  }

  @Test
  void aValueThatIsNoRecordIsAWrongType() {
    Schema schema = Schema.create(Schema.Type.LONG);

    assertThat(fixed(schema).decode(AvroValues.body(schema, 7L), event))
        .isEqualTo(
            new Rejection(
                RejectReason.WRONG_TYPE, "the value: expected a record, found Avro long"));
  }

  @Test
  void recordsInDifferentBranchesOfAUnionAreRead() {
    String other =
        "{\"type\":\"record\",\"name\":\"Other\",\"fields\":[%s]}"
            .formatted(field("country", "\"string\""));
    Schema schema = AvroValues.record(field("card", "[" + CARD + "," + other + "]"));
    GenericRecord card =
        new GenericRecordBuilder(schema.getField("card").schema().getTypes().get(1))
            .set("country", "SE")
            .build();
    GenericRecord record = new GenericRecordBuilder(schema).set("card", card).build();

    assertThat(fixed(schema).decode(AvroValues.body(schema, record), event)).isNull();

    assertThat(event.text(1)).isEqualTo("SE");
  }

  @Test
  void singleObjectsAreReadByTheirFingerprint() {
    WriterSchemas known = WriterSchemas.of(Optional.empty(), List.of(PAYMENT));
    EventDecoder decoder = new AvroEventDecoder(layout, known, Optional.empty(), LIMIT);

    assertThat(decoder.decode(AvroValues.singleObject(PAYMENT, payment()), event)).isNull();
    assertThat(decoder.decode(AvroValues.singleObject(PAYMENT, payment()), event)).isNull();

    assertThat(event.number(0)).isEqualTo(9.5);
  }

  @Test
  void theFixedSchemaIsKnownByItsFingerprintToo() {
    assertThat(fixed(PAYMENT).decode(AvroValues.singleObject(PAYMENT, payment()), event)).isNull();

    assertThat(event.number(0)).isEqualTo(9.5);
  }

  @Test
  void anUnknownFingerprintWithoutAFixedSchemaIsRejected() {
    EventDecoder decoder =
        new AvroEventDecoder(layout, WriterSchemas.none(), Optional.empty(), LIMIT);

    assertThat(decoder.decode(bytes(0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8), event))
        .isEqualTo(
            new Rejection(
                RejectReason.UNKNOWN_SCHEMA,
                "expected Avro of a known schema, found the fingerprint 0807060504030201"));
    assertThat(decoder.decode(bytes(1, 2, 3), event).detail())
        .isEqualTo(
            "expected Avro of a known schema, found a value without a header, and no fixed schema"
                + " is given");
  }

  @Test
  void aBareBodyMayStartLikeASingleObject() {
    Schema schema = AvroValues.record(field("amount", "\"double\""), field("x", "\"double\""));
    byte[] body = new byte[16];
    body[0] = (byte) 0xC3;
    body[1] = 1;

    assertThat(fixed(schema).decode(body, event)).isNull();
    assertThat(event.number(0)).isNotNaN();
  }

  @Test
  void confluentValuesAreReadByTheirId() {
    Registry registry = new Registry();
    registry.known.put(7, PAYMENT);
    EventDecoder decoder = framed(registry, Optional.empty());

    assertThat(decoder.decode(AvroValues.confluent(7, PAYMENT, payment()), event)).isNull();
    assertThat(decoder.decode(AvroValues.confluent(7, PAYMENT, payment()), event)).isNull();

    assertThat(event.number(0)).isEqualTo(9.5);
    assertThat(registry.asked).containsExactly(7);
  }

  @Test
  void anIdThatTheRegistryDoesNotKnowIsRejected() {
    EventDecoder decoder = framed(new Registry(), Optional.of(PAYMENT));

    assertThat(decoder.decode(AvroValues.confluent(8, PAYMENT, payment()), event))
        .isEqualTo(
            new Rejection(
                RejectReason.UNKNOWN_SCHEMA,
                "expected Avro of a known schema, found the schema id 8"));
  }

  @Test
  void aRegistryThatCannotBeAskedIsNotTheRecordsFault() {
    Registry registry = new Registry();
    registry.down = true;
    EventDecoder decoder = framed(registry, Optional.empty());
    byte[] value = AvroValues.confluent(7, PAYMENT, payment());

    assertThatThrownBy(() -> decoder.decode(value, event))
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessage("down");

    registry.down = false;
    registry.known.put(7, PAYMENT);
    assertThat(decoder.decode(value, event)).isNull();
  }

  @Test
  void withoutARegistryAZeroByteIsDataLikeAnyOther() {
    Schema schema = AvroValues.record(field("x", "\"int\""), field("amount", "\"float\""));

    assertThat(fixed(schema).decode(bytes(0, 0, 0, 0x80, 0x3F), event)).isNull();

    assertThat(event.number(0)).isEqualTo(1.0);
  }

  @Test
  void moreSchemasThanAreRememberedAreStillRead() {
    Registry registry = new Registry();
    for (int id = 0; id < 3 * AvroEventDecoder.REMEMBERED; id++) {
      registry.known.put(id, PAYMENT);
    }
    EventDecoder decoder = framed(registry, Optional.empty());
    for (int id = 0; id < 3 * AvroEventDecoder.REMEMBERED; id++) {
      assertThat(decoder.decode(AvroValues.confluent(id, PAYMENT, payment()), event)).isNull();
      assertThat(event.number(0)).isEqualTo(9.5);
    }
  }

  @Test
  void keyAndTimeAreReadWhereTheLayoutNamesThem() {
    EventLayout keyed = Layouts.keyed("id", "at", Layouts.number("amount"));
    Schema schema =
        AvroValues.record(
            field("id", "\"long\""),
            field("at", "[\"null\",\"long\"]"),
            field("amount", "\"int\""));
    EventDecoder decoder =
        new AvroEventDecoder(keyed, WriterSchemas.none(), Optional.of(schema), LIMIT);
    Event into = new Event(keyed);
    GenericRecord record =
        new GenericRecordBuilder(schema).set("id", 4L).set("at", 0L).set("amount", 1).build();

    assertThat(decoder.decode(AvroValues.body(schema, record), into)).isNull();
    assertThat(into.key()).isEqualTo("4");
    assertThat(into.time()).isZero();

    record.put("at", null);
    assertThat(decoder.decode(AvroValues.body(schema, record), into).reason())
        .isEqualTo(RejectReason.MISSING_TIME);
  }

  @Test
  void aRecordCutAnywhereIsMalformed() {
    EventDecoder decoder = fixed(PAYMENT);
    byte[] whole = AvroValues.body(PAYMENT, payment());
    for (int length = 0; length < whole.length; length++) {
      assertThat(decoder.decode(Arrays.copyOf(whole, length), event).reason())
          .as("%d of %d bytes", length, whole.length)
          .isEqualTo(RejectReason.MALFORMED);
    }
    assertThat(decoder.decode(whole, event)).isNull();
  }

  @Test
  void bytesAfterTheRecordAreMalformed() {
    byte[] whole = AvroValues.body(PAYMENT, payment());

    assertThat(fixed(PAYMENT).decode(Arrays.copyOf(whole, whole.length + 1), event))
        .isEqualTo(
            new Rejection(RejectReason.MALFORMED, "expected the record's end, found more bytes"));
  }

  @Test
  void tenMegabytesAreTooLarge() {
    assertThat(fixed(PAYMENT).decode(new byte[10_000_000], event))
        .isEqualTo(
            new Rejection(
                RejectReason.TOO_LARGE, "expected at most 1048576 bytes, found 10000000"));
  }

  private EventDecoder fixed(Schema schema) {
    return new AvroEventDecoder(layout, WriterSchemas.none(), Optional.of(schema), LIMIT);
  }

  private EventDecoder framed(SchemaRegistry registry, Optional<Schema> fixed) {
    return new AvroEventDecoder(
        layout, WriterSchemas.of(Optional.of(registry), List.of()), fixed, LIMIT);
  }

  private static GenericRecord payment() {
    GenericRecord card =
        new GenericRecordBuilder(CARD).set("country", "NO").set("limit", 10.0).build();
    GenericRecord payment = new GenericData.Record(PAYMENT);
    payment.put("id", "p1");
    payment.put("amount", 9.5);
    payment.put("tags", List.of("a", "b"));
    payment.put("card", card);
    payment.put("labels", Map.of("env", "prod", "zone", 3L));
    return payment;
  }

  private static final class Registry implements SchemaRegistry {
    private final Map<Integer, Schema> known = new HashMap<>();
    private final List<Integer> asked = new ArrayList<>();
    private boolean down;

    @Override
    public int register(String subject, Schema schema) {
      throw new UnsupportedOperationException("a decoder registers nothing");
    }

    @Override
    public Optional<Schema> byId(int id) {
      asked.add(id);
      if (down) {
        throw new SchemaRegistryException("down");
      }
      return Optional.ofNullable(known.get(id));
    }
  }
}
