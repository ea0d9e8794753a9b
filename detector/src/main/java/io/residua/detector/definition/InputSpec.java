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
 * @param repartition whether the job brings events of one key together itself, because the topic is
 *     not partitioned by the key; only with a key
 */
public record InputSpec(
    String topic,
    InputFormat format,
    Optional<String> schema,
    Optional<String> key,
    Optional<String> time,
    boolean repartition) {
  public InputSpec {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(time, "time");
    if (repartition && key.isEmpty()) {
      throw new IllegalArgumentException("only an input with a key can be repartitioned");
    }
  }

  /** An input that is partitioned by its key. */
  public InputSpec(
      String topic,
      InputFormat format,
      Optional<String> schema,
      Optional<String> key,
      Optional<String> time) {
    this(topic, format, schema, key, time, false);
  }
}
