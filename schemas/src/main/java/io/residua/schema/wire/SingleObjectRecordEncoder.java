package io.residua.schema.wire;

import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's single-object encoding: C3 01, the writer schema's CRC-64-AVRO fingerprint, the body. Any
 * Avro library reads it, given the schema. One instance per thread.
 */
public final class SingleObjectRecordEncoder implements RecordEncoder {
  private final FramedWriter writer = new FramedWriter(AvroFraming::singleObjectHeader);

  @Override
  public byte[] encode(SpecificRecord record) {
    return writer.write(record);
  }
}
