package io.residua.detector.event;

import static io.residua.detector.event.AvroValues.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each Avro type becomes. */
class AvroTypesTest {
  private static final long NOON = 1_710_072_000_123L;
  private static final String ENUM =
      "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"RED\",\"BLUE\"]}";

  private static String logical(String type, String logicalType) {
    return "{\"type\":\"%s\",\"logicalType\":\"%s\"}".formatted(type, logicalType);
  }

  private static final String DECIMAL =
      "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":40,\"scale\":2}";
  private static final String FIXED_DECIMAL =
      "{\"type\":\"fixed\",\"name\":\"D\",\"size\":12,\"logicalType\":\"decimal\",\"precision\":20,\"scale\":3}";

  static List<Arguments> values() {
    return List.of(
        arguments("\"int\"", 7, 7.0, "7"),
        arguments("\"long\"", 1L << 60, 0x1p60, "1152921504606846976"),
        arguments("\"float\"", 0.1f, (double) 0.1f, "0.1"),
        arguments("\"double\"", 2.5, 2.5, "2.5"),
        arguments("\"double\"", 3.0, 3.0, "3"),
        arguments("\"double\"", Double.NaN, null, null),
        arguments("\"float\"", Float.NEGATIVE_INFINITY, null, null),
        arguments("\"boolean\"", true, 1.0, "true"),
        arguments("\"null\"", null, null, null),
        arguments("[\"null\",\"long\"]", null, null, null),
        arguments("[\"null\",\"long\"]", 5L, 5.0, "5"),
        arguments("[\"double\",\"boolean\",\"null\"]", false, 0.0, "false"),
        arguments(DECIMAL, decimal("12.50", 2), 12.5, "12.5"),
        arguments(DECIMAL, decimal("-0.07", 2), -0.07, "-0.07"),
        arguments(
            DECIMAL,
            decimal("12345678901234567890.25", 2),
            12345678901234567890.25,
            "1.2345678901234567E19"),
        arguments(FIXED_DECIMAL, fixedDecimal("1.500", 3), 1.5, "1.5"),
        arguments(
            logical("long", "timestamp-millis"), NOON, (double) NOON, "2024-03-10T12:00:00.123Z"),
        arguments(
            logical("long", "timestamp-micros"),
            NOON * 1000 + 999,
            (double) NOON,
            "2024-03-10T12:00:00.123Z"),
        arguments(
            logical("long", "timestamp-nanos"),
            NOON * 1_000_000 + 1,
            (double) NOON,
            "2024-03-10T12:00:00.123Z"),
        arguments(
            logical("long", "local-timestamp-millis"),
            NOON,
            (double) NOON,
            "2024-03-10T12:00:00.123Z"),
        arguments(
            logical("long", "local-timestamp-micros"),
            NOON * 1000,
            (double) NOON,
            "2024-03-10T12:00:00.123Z"),
        arguments(
            logical("long", "local-timestamp-nanos"),
            NOON * 1_000_000,
            (double) NOON,
            "2024-03-10T12:00:00.123Z"),
        arguments(logical("long", "timestamp-millis"), 5L, 5.0, "1970-01-01T00:00:00.005Z"),
        arguments(logical("int", "date"), 19792, 19792 * 86_400_000.0, "2024-03-10"),
        arguments(logical("int", "time-millis"), 1500, 1500.0, "00:00:01.500"),
        arguments(logical("long", "time-micros"), 1_500_999L, 1500.0, "00:00:01.500999"),
        arguments(logical("long", "something-else"), 9L, 9.0, "9"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void isReadAsNumberAndAsText(String type, Object value, Double number, String text) {
    EventLayout layout = Layouts.of(Layouts.number("a"), Layouts.text("a"));
    Event event = new Event(layout);

    assertThat(decode(layout, type, value, event)).isNull();

    assertThat(event.number(0)).isEqualTo(number == null ? Double.valueOf(Double.NaN) : number);
    assertThat(event.text(1)).isEqualTo(text);
  }

  static List<Arguments> texts() {
    return List.of(
        arguments("\"string\"", "blå", "blå"),
        arguments("[\"null\",\"string\"]", "", ""),
        arguments(ENUM, new GenericData.EnumSymbol(AvroValues.schema(ENUM), "BLUE"), "BLUE"),
        arguments(
            logical("string", "uuid"),
            "c0ffee00-0000-0000-0000-000000000001",
            "c0ffee00-0000-0000-0000-000000000001"),
        arguments(
            "{\"type\":\"fixed\",\"name\":\"U\",\"size\":16,\"logicalType\":\"uuid\"}",
            uuid(0xC0FFEE0000000000L, 1),
            "c0ffee00-0000-0000-0000-000000000001"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isReadAsText(String type, Object value, String text) {
    EventLayout layout = Layouts.of(Layouts.text("a"));
    Event event = new Event(layout);

    assertThat(decode(layout, type, value, event)).isNull();

    assertThat(event.text(0)).isEqualTo(text);
  }

  static List<Arguments> times() {
    return List.of(
        arguments("\"long\"", NOON),
        arguments("\"long\"", NOON * 1000 + 5),
        arguments("\"double\"", NOON + 0.25),
        arguments("\"string\"", "2024-03-10T13:00:00.123+01:00"),
        arguments(logical("long", "timestamp-millis"), NOON),
        arguments(logical("long", "local-timestamp-micros"), NOON * 1000),
        arguments("[\"null\"," + logical("long", "timestamp-nanos") + "]", NOON * 1_000_000));
  }

  @ParameterizedTest
  @MethodSource("times")
  void isReadAsTime(String type, Object value) {
    EventLayout layout =
        new EventLayout(List.of(Layouts.time("a")), Optional.empty(), Optional.of("a"));
    Event event = new Event(layout);

    assertThat(decode(layout, type, value, event)).isNull();

    assertThat(event.number(0)).isEqualTo(NOON);
    assertThat(event.time()).isEqualTo(NOON);
  }

  static List<Arguments> wrong() {
    return List.of(
        arguments(FieldKind.NUMBER, "\"string\"", "1", "a number, found the text '1'"),
        arguments(
            FieldKind.NUMBER,
            ENUM,
            new GenericData.EnumSymbol(AvroValues.schema(ENUM), "RED"),
            "a number, found the text 'RED'"),
        arguments(FieldKind.NUMBER, "[\"string\",\"long\"]", "x", "a number, found the text 'x'"),
        arguments(
            FieldKind.TEXT,
            "\"bytes\"",
            ByteBuffer.allocate(1),
            "text or a number, found Avro bytes"),
        arguments(
            FieldKind.TEXT,
            "{\"type\":\"array\",\"items\":\"int\"}",
            List.of(1),
            "text or a number, found Avro array"),
        arguments(
            FieldKind.TEXT,
            "{\"type\":\"map\",\"values\":\"int\"}",
            Map.of("x", 1),
            "text or a number, found Avro map"),
        arguments(
            FieldKind.NUMBER,
            "{\"type\":\"fixed\",\"name\":\"F\",\"size\":2}",
            fixed(new byte[2]),
            "a number, found Avro fixed"),
        arguments(
            FieldKind.NUMBER,
            DECIMAL,
            ByteBuffer.wrap(new byte[129]),
            "a number, found a decimal of 129 bytes"),
        arguments(FieldKind.TIME, "\"boolean\"", true, "a point in time, found the boolean true"),
        arguments(
            FieldKind.TIME,
            "\"int\"",
            1_700_000_000,
            "a point in time in milliseconds or microseconds since 1970, found 1700000000, which looks like seconds"),
        arguments(
            FieldKind.TIME,
            logical("int", "time-millis"),
            1,
            "a point in time, found a time of day of 1000 µs"),
        arguments(
            FieldKind.NUMBER,
            logical("long", "time-micros"),
            86_400_000_000L,
            "a time of day below 24 h, found a time of day of 86400000000 µs"),
        arguments(
            FieldKind.NUMBER,
            logical("long", "time-micros"),
            Long.MIN_VALUE,
            "a time of day below 24 h, found a time of day of -9223372036854775808 µs"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void anotherTypeIsRejected(FieldKind kind, String type, Object value, String message) {
    EventLayout layout = Layouts.of(new EventField("a", kind));

    assertThat(decode(layout, type, value, new Event(layout)))
        .isEqualTo(new Rejection(RejectReason.WRONG_TYPE, "field a: expected " + message));
  }

  private static Rejection decode(EventLayout layout, String type, Object value, Event into) {
    Schema schema = AvroValues.record(field("x", "\"string\""), field("a", type));
    GenericData.Record record = new GenericData.Record(schema);
    record.put("x", "skipped");
    record.put("a", value);
    return new AvroEventDecoder(layout, WriterSchemas.none(), Optional.of(schema), 1 << 20)
        .decode(AvroValues.body(schema, record), into);
  }

  private static ByteBuffer decimal(String value, int scale) {
    Schema bytes = LogicalTypes.decimal(40, scale).addToSchema(Schema.create(Schema.Type.BYTES));
    return new Conversions.DecimalConversion()
        .toBytes(new BigDecimal(value), bytes, bytes.getLogicalType());
  }

  private static GenericData.Fixed fixedDecimal(String value, int scale) {
    byte[] unscaled = new byte[12];
    BigInteger number = new BigDecimal(value).setScale(scale).unscaledValue();
    byte[] bytes = number.toByteArray();
    System.arraycopy(bytes, 0, unscaled, 12 - bytes.length, bytes.length);
    return fixed(unscaled);
  }

  private static GenericData.Fixed uuid(long high, long low) {
    return fixed(ByteBuffer.allocate(16).putLong(high).putLong(low).array());
  }

  private static GenericData.Fixed fixed(byte[] bytes) {
    return new GenericData.Fixed(Schema.createFixed("F", null, null, bytes.length), bytes);
  }
}
