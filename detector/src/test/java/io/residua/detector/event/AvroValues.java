package io.residua.detector.event;

import io.residua.schema.wire.AvroFraming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Values as a producer writes them, by Avro's own writer. */
final class AvroValues {
  private AvroValues() {}

  static Schema schema(String json) {
    return new Schema.Parser().parse(json);
  }

  /** A schema of a record named R with the given fields, each as JSON. */
  static Schema record(String... fields) {
    return schema(
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[%s]}".formatted(String.join(",", fields)));
  }

  /** A field of the given type, which is JSON. */
  static String field(String name, String type) {
    return "{\"name\":\"%s\",\"type\":%s}".formatted(name, type);
  }

  static byte[] body(Schema schema, Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<Object>(schema).write(value, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] singleObject(Schema schema, Object value) {
    return ByteBuffer.allocate(10 + body(schema, value).length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xC3)
        .put((byte) 1)
        .putLong(AvroFraming.fingerprint(schema))
        .put(body(schema, value))
        .array();
  }

  static byte[] confluent(int id, Schema schema, Object value) {
    byte[] body = body(schema, value);
    return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
