package io.residua.schema.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a header, then a record's Avro body, into one reused buffer. Headers and writers are made
 * once per schema; generated classes share one schema instance, so identity finds them.
 */
final class FramedWriter {
  private record Part(byte[] header, SpecificDatumWriter<SpecificRecord> body) {}

  private final Function<Schema, byte[]> headers;
  private final Map<Schema, Part> parts = new IdentityHashMap<>();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
  private BinaryEncoder encoder;

  FramedWriter(Function<Schema, byte[]> headers) {
    this.headers = headers;
  }

  byte[] write(SpecificRecord record) {
    Part part = parts.get(record.getSchema());
    if (part == null) {
      part = partOf(record);
      parts.put(record.getSchema(), part);
    }
    buffer.reset();
    buffer.writeBytes(part.header());
    encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
    try {
      part.body().write(record, encoder);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return buffer.toByteArray();
  }

  private Part partOf(SpecificRecord record) {
    Schema schema = record.getSchema();
    SpecificData model = SpecificData.getForClass(record.getClass());
    return new Part(headers.apply(schema), new SpecificDatumWriter<>(schema, model));
  }
}
