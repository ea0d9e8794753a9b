package io.residua.schema.wire;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** One of our records into a topic's bytes. Holds buffers: one instance per thread. */
public interface RecordEncoder {
  /**
   * Encodes one record.
   *
   * @return a new array, the caller's own
   * @throws org.apache.avro.AvroRuntimeException when a required field is null
   * @throws SchemaRegistryException when a registry is configured and cannot take the schema
   */
  byte[] encode(SpecificRecord record);

  /**
   * Avro: the Confluent framing with a registry, single-object encoding without.
   *
   * @param topic the topic the values are for; with a registry it names the subject
   */
  static RecordEncoder avro(String topic, Optional<SchemaRegistry> registry) {
    return registry
        .<RecordEncoder>map(present -> new ConfluentRecordEncoder(present, topic))
        .orElseGet(SingleObjectRecordEncoder::new);
  }

  /** Plain JSON objects, as {@link JsonRecordEncoder} spells them. */
  static RecordEncoder json() {
    return new JsonRecordEncoder();
  }
}
