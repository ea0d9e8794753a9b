package io.residua.schema.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records as plain JSON objects with the schema's field names, for people and for tools without
 * Avro: a union is its value (null where there is none), bytes are base64, a timestamp is a number
 * of milliseconds since 1970 UTC, an enum is its symbol, and a number that JSON cannot spell (NaN,
 * an infinity) is null. One instance per thread.
 */
public final class JsonRecordEncoder implements RecordEncoder {
  private final JsonFactory factory = new JsonFactory();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);

  @Override
  public byte[] encode(SpecificRecord record) {
    buffer.reset();
    try (JsonGenerator json = factory.createGenerator(buffer)) {
      writeRecord(json, record);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return buffer.toByteArray();
  }

  private static void writeRecord(JsonGenerator json, IndexedRecord record) throws IOException {
    json.writeStartObject();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value == null && !field.schema().isNullable()) {
        throw new AvroRuntimeException(
            "field %s of %s must not be null"
                .formatted(field.name(), record.getSchema().getFullName()));
      }
      json.writeFieldName(field.name());
      writeValue(json, value);
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof IndexedRecord record) {
      writeRecord(json, record);
    } else if (value instanceof Collection<?> items) {
      writeArray(json, items);
    } else if (value instanceof Instant instant) {
      json.writeNumber(instant.toEpochMilli());
    } else if (value instanceof ByteBuffer bytes) {
      writeBytes(json, bytes);
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Float number) {
      writeFloat(json, number);
    } else if (value instanceof Double number) {
      writeDouble(json, number);
    } else {
      json.writeString(value.toString());
    }
  }

  private static void writeArray(JsonGenerator json, Collection<?> items) throws IOException {
    json.writeStartArray();
    for (Object item : items) {
      writeValue(json, item);
    }
    json.writeEndArray();
  }

  private static void writeBytes(JsonGenerator json, ByteBuffer bytes) throws IOException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    json.writeBinary(copy);
  }

  private static void writeDouble(JsonGenerator json, double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }

  private static void writeFloat(JsonGenerator json, float number) throws IOException {
    if (Float.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }
}
