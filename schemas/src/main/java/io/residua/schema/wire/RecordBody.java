package io.residua.schema.wire;

import io.residua.schema.LatentEmbedding;
import io.residua.schema.ScoredRecord;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Writes the records of one schema in Avro's binary encoding. Immutable. */
interface RecordBody {
  /**
   * @throws AvroRuntimeException naming the field when a required one is null
   */
  void write(SpecificRecord record, BinaryBuffer into);

  /**
   * The two records that are written for every event have writers of their own: the general one
   * asks for each field by its number and gets it in a box.
   */
  static RecordBody of(Schema schema) {
    if (schema == ScoredRecord.getClassSchema()) {
      return (record, into) -> EventBodies.write((ScoredRecord) record, into);
    }
    if (schema == LatentEmbedding.getClassSchema()) {
      return (record, into) -> EventBodies.write((LatentEmbedding) record, into);
    }
    return RecordPlan.of(schema)::write;
  }
}
