package io.residua.schema.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic's bytes back into one of our records, in either Avro framing, whichever released version
 * of the schema wrote them. Holds buffers: one instance per thread.
 *
 * @param <T> the record
 */
public final class RecordDecoder<T extends SpecificRecord> {
  private final Class<T> type;
  private final SpecificData model;
  private final Schema current;
  private final Optional<SchemaRegistry> registry;
  private final Map<Long, SpecificDatumReader<T>> byFingerprint = new HashMap<>();
  private final Map<Integer, SpecificDatumReader<T>> byId = new HashMap<>();
  private BinaryDecoder decoder;

  /**
   * @param registry where the ids of Confluent-framed values are looked up; without it such values
   *     are unreadable
   */
  public RecordDecoder(Class<T> type, Optional<SchemaRegistry> registry) {
    this.type = type;
    this.registry = registry;
    this.model = new OwnRecords();
    this.current = model.getSchema(type);
    ReleasedSchemas.of(type.getSimpleName()).forEach(this::know);
    know(current);
  }

  /**
   * Reads one record.
   *
   * @throws UnreadableRecordException when the bytes are no such record
   * @throws SchemaRegistryException when the registry cannot be asked
   */
  public T decode(byte[] value) throws UnreadableRecordException {
    if (AvroFraming.looksSingleObject(value)) {
      return body(bySingleObject(value), value, AvroFraming.SINGLE_OBJECT_LENGTH);
    }
    if (AvroFraming.looksConfluent(value)) {
      return body(byConfluent(value), value, AvroFraming.CONFLUENT_LENGTH);
    }
    throw new UnreadableRecordException(
        "expected %s with an Avro header (00 or C3 01), found %d bytes without"
            .formatted(type.getSimpleName(), value.length));
  }

  private void know(Schema writer) {
    byFingerprint.put(AvroFraming.fingerprint(writer), reader(writer));
  }

  private SpecificDatumReader<T> reader(Schema writer) {
    return new SpecificDatumReader<>(writer, current, model);
  }

  private SpecificDatumReader<T> bySingleObject(byte[] value) throws UnreadableRecordException {
    long fingerprint = AvroFraming.fingerprint(value);
    SpecificDatumReader<T> reader = byFingerprint.get(fingerprint);
    if (reader == null) {
      throw new UnreadableRecordException(
          "expected %s by a released schema, found the unknown schema fingerprint %016x"
              .formatted(type.getSimpleName(), fingerprint));
    }
    return reader;
  }

  private SpecificDatumReader<T> byConfluent(byte[] value) throws UnreadableRecordException {
    int id = AvroFraming.confluentId(value);
    SpecificDatumReader<T> known = byId.get(id);
    if (known != null) {
      return known;
    }
    SchemaRegistry present =
        registry.orElseThrow(
            () ->
                new UnreadableRecordException(
                    "found schema id %d, and no schema registry is configured".formatted(id)));
    Schema writer =
        present
            .byId(id)
            .orElseThrow(() -> new UnreadableRecordException("the registry has no schema " + id));
    if (!writer.getFullName().equals(current.getFullName())) {
      throw new UnreadableRecordException(
          "expected %s, found schema %d of %s"
              .formatted(current.getFullName(), id, writer.getFullName()));
    }
    SpecificDatumReader<T> reader = reader(writer);
    byId.put(id, reader);
    return reader;
  }

  private T body(SpecificDatumReader<T> reader, byte[] value, int offset)
      throws UnreadableRecordException {
    decoder = DecoderFactory.get().binaryDecoder(value, offset, value.length - offset, decoder);
    try {
      T record = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new UnreadableRecordException(
            "expected the end of %s, found %d more bytes"
                .formatted(type.getSimpleName(), decoder.remainingBytes()));
      }
      return record;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableRecordException("%s is broken: %s".formatted(type.getSimpleName(), e), e);
    }
  }
}
