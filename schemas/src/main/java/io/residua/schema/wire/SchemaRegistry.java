package io.residua.schema.wire;

import java.util.Optional;
import org.apache.avro.Schema;

/** Where schemas have numbers. Implementations are safe to share between threads. */
public interface SchemaRegistry {
  /**
   * The id of a schema under a subject; registers it where it is new. The same call again is cheap.
   *
   * @throws SchemaRegistryException when the registry refuses the schema or cannot be reached
   */
  int register(String subject, Schema schema);

  /**
   * The schema of an id.
   *
   * @return empty when the registry answers, and has no schema of this id that Avro can read
   * @throws SchemaRegistryException when the registry cannot be reached, or answers what cannot be
   *     understood: nothing is known about the id then, and the caller may ask again
   */
  Optional<Schema> byId(int id);

  /** The subject of a topic's values, as Confluent's serializers name it. */
  static String valueSubject(String topic) {
    return topic + "-value";
  }
}
