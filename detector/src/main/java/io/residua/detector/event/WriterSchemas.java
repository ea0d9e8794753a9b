package io.residua.detector.event;

import io.residua.schema.wire.AvroFraming;
import io.residua.schema.wire.SchemaRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The schemas that may have written a topic's Avro values. Safe to share between threads. */
public interface WriterSchemas {
  /** Whether values may carry the Confluent framing: whether a registry is configured. */
  boolean framed();

  /**
   * The schema of an id in the registry.
   *
   * @return empty when the registry says that it has none
   * @throws io.residua.schema.wire.SchemaRegistryException when the registry cannot be asked; the
   *     record is then neither good nor bad, and to be tried again
   */
  Optional<Schema> byId(int id);

  /** The schema of a CRC-64-AVRO fingerprint, as single-object values carry it. */
  Optional<Schema> byFingerprint(long fingerprint);

  /** No schema but the one that a decoder is given itself. */
  static WriterSchemas none() {
    return of(Optional.empty(), List.of());
  }

  /**
   * A registry's schemas, where there is one, and some known beforehand.
   *
   * @param known schemas that single-object values may name
   */
  static WriterSchemas of(Optional<SchemaRegistry> registry, Collection<Schema> known) {
    Map<Long, Schema> byFingerprint = new HashMap<>();
    known.forEach(schema -> byFingerprint.put(AvroFraming.fingerprint(schema), schema));
    return new WriterSchemas() {
      @Override
      public boolean framed() {
        return registry.isPresent();
      }

      @Override
      public Optional<Schema> byId(int id) {
        return registry.flatMap(present -> present.byId(id));
      }

      @Override
      public Optional<Schema> byFingerprint(long fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
      }
    };
  }
}
