package io.residua.detector.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * What a detector reads.
 *
 * @param topic the Kafka topic
 * @param format how values are encoded on it
 * @param schema the Avro schema of unframed values, as JSON text, where one is given
 * @param key path of the field that names the event's key; without it the Kafka record's key is
 *     used
 * @param time path of the field that holds the event time; without it the Kafka timestamp is used
 */
public record InputSpec(
    String topic,
    InputFormat format,
    Optional<String> schema,
    Optional<String> key,
    Optional<String> time) {
  public InputSpec {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(time, "time");
  }
}
