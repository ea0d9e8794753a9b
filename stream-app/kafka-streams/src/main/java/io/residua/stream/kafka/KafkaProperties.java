package io.residua.stream.kafka;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings passed to Kafka as they are, for security and tuning. They may hold passwords, so only
 * their names are ever shown.
 *
 * @param values by Kafka's own names; {@code consumer.}, {@code producer.} and {@code admin.}
 *     prefixes address one client
 */
public record KafkaProperties(Map<String, String> values) {
  /** Names that have a setting of their own, or that a promise rests on. */
  public static final Set<String> RESERVED =
      Set.of(
          "application.id",
          "bootstrap.servers",
          "num.stream.threads",
          "processing.guarantee",
          "state.dir",
          "num.standby.replicas",
          "statestore.cache.max.bytes",
          "rocksdb.config.setter",
          "default.key.serde",
          "default.value.serde");

  public KafkaProperties {
    values = Map.copyOf(new TreeMap<>(values));
    for (String name : values.keySet()) {
      if (RESERVED.contains(name)) {
        throw new IllegalArgumentException("the Kafka property " + name + " cannot be set here");
      }
    }
  }

  public static KafkaProperties none() {
    return new KafkaProperties(Map.of());
  }

  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
