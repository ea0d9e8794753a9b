package io.residua.schema.wire;

import org.apache.avro.specific.SpecificRecord;

/**
 * The Confluent framing: 00, the schema's id in a registry, the body. A schema is registered under
 * {@code <topic>-value} before its first record is written. One instance per thread and topic.
 */
public final class ConfluentRecordEncoder implements RecordEncoder {
  private final FramedWriter writer;

  public ConfluentRecordEncoder(SchemaRegistry registry, String topic) {
    String subject = SchemaRegistry.valueSubject(topic);
    this.writer =
        new FramedWriter(
            schema ->
                AvroFraming.confluentHeader(registry.register(subject, PlainSchema.of(schema))));
  }

  @Override
  public byte[] encode(SpecificRecord record) {
    return writer.write(record);
  }
}
