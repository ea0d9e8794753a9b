package io.residua.schema.wire;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a header, then a record's Avro body, into one reused buffer. Headers and plans are made
 * once per schema; generated classes share one schema instance, so identity finds them.
 */
final class FramedWriter {
  private record Part(byte[] header, RecordBody body) {}

  private final Function<Schema, byte[]> headers;
  private final Map<Schema, Part> parts = new IdentityHashMap<>();
  private final BinaryBuffer buffer = new BinaryBuffer();

  FramedWriter(Function<Schema, byte[]> headers) {
    this.headers = headers;
  }

  byte[] write(SpecificRecord record) {
    Part part = parts.get(record.getSchema());
    if (part == null) {
      Schema schema = record.getSchema();
      part = new Part(headers.apply(schema), RecordBody.of(schema));
      parts.put(schema, part);
    }
    buffer.clear();
    buffer.writeRaw(part.header());
    part.body().write(record, buffer);
    return buffer.toByteArray();
  }
}
