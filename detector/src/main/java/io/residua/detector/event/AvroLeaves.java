package io.residua.detector.event;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Steps that read one Avro value, by its type and logical type, into a field. */
final class AvroLeaves {
  private static final int MOST_DECIMAL_BYTES = 128;

  private AvroLeaves() {}

  static AvroStep of(Schema schema, FieldTarget target) {
    return switch (schema.getType()) {
      case NULL -> AvroStep.NOTHING;
      case BOOLEAN -> (in, into) -> target.bool(in.bytes().readBoolean(), into);
      case INT -> ofInt(schema, target);
      case LONG -> ofLong(schema, target);
      case FLOAT -> (in, into) -> target.number(in.bytes().readFloat(), into);
      case DOUBLE -> (in, into) -> target.number(in.bytes().readDouble(), into);
      case STRING -> (in, into) -> target.text(in.string(), into);
      case ENUM -> ofEnum(schema.getEnumSymbols(), target);
      case BYTES -> ofBytes(schema, target);
      case FIXED -> ofFixed(schema, target);
      default -> wrong(target, schema);
    };
  }

  /** An Avro type as messages name it. */
  static String describe(Schema schema) {
    String type = schema.getType().getName();
    LogicalType logical = schema.getLogicalType();
    return "Avro " + (logical == null ? type : "%s (%s)".formatted(type, logical.getName()));
  }

  private static AvroStep ofInt(Schema schema, FieldTarget target) {
    return switch (logicalType(schema)) {
      case "date" -> (in, into) -> target.date(in.bytes().readInt(), into);
      case "time-millis" -> (in, into) -> target.timeOfDay(in.bytes().readInt() * 1000L, into);
      default -> (in, into) -> target.integer(in.bytes().readInt(), into);
    };
  }

  private static AvroStep ofLong(Schema schema, FieldTarget target) {
    return switch (logicalType(schema)) {
      case "timestamp-millis", "local-timestamp-millis" ->
          (in, into) -> target.instant(in.bytes().readLong(), into);
      case "timestamp-micros", "local-timestamp-micros" ->
          (in, into) -> target.instant(Math.floorDiv(in.bytes().readLong(), 1_000L), into);
      case "timestamp-nanos", "local-timestamp-nanos" ->
          (in, into) -> target.instant(Math.floorDiv(in.bytes().readLong(), 1_000_000L), into);
      case "time-micros" -> (in, into) -> target.timeOfDay(in.bytes().readLong(), into);
      default -> (in, into) -> target.integer(in.bytes().readLong(), into);
    };
  }

  private static AvroStep ofEnum(List<String> symbols, FieldTarget target) {
    String[] texts = symbols.toArray(String[]::new);
    return (in, into) -> target.text(texts[in.index(texts.length)], into);
  }

  private static AvroStep ofBytes(Schema schema, FieldTarget target) {
    if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
      return wrong(target, schema);
    }
    int scale = decimal.getScale();
    return (in, into) -> decimal(in, in.length(), scale, target, into);
  }

  private static AvroStep ofFixed(Schema schema, FieldTarget target) {
    int size = schema.getFixedSize();
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      int scale = decimal.getScale();
      return (in, into) -> decimal(in, size, scale, target, into);
    }
    return logicalType(schema).equals("uuid") && size == 2 * Long.BYTES
        ? (in, into) -> target.text(uuid(in).toString(), into)
        : wrong(target, schema);
  }

  // A decimal of a million bytes is valid Avro, and minutes of arithmetic.
  private static Rejection decimal(
      AvroInput in, int length, int scale, FieldTarget target, Event into) throws IOException {
    if (length == 0) {
      throw new MalformedAvroException("expected a decimal of at least one byte, found none");
    }
    if (length > MOST_DECIMAL_BYTES) {
      return target.wrongType("a decimal of %d bytes".formatted(length));
    }
    BigInteger unscaled = new BigInteger(in.bytes().array(), in.bytes().pass(length), length);
    return target.number(new BigDecimal(unscaled, scale), into);
  }

  private static UUID uuid(AvroInput in) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(in.bytes().array(), in.bytes().pass(2 * Long.BYTES), 2 * Long.BYTES);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static AvroStep wrong(FieldTarget target, Schema schema) {
    Rejection rejection = target.wrongType(describe(schema));
    return (in, into) -> rejection;
  }

  private static String logicalType(Schema schema) {
    return schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
  }
}
