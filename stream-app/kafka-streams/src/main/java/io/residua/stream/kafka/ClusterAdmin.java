package io.residua.stream.kafka;

import io.residua.stream.JobException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** A client for the checks before a job starts: it gives up soon, and says so in a sentence. */
final class ClusterAdmin {
  private static final int SECONDS = 8;
  private static final String PREFIX = "admin.";

  private ClusterAdmin() {}

  static Admin connect(JobSettings settings) throws JobException {
    Map<String, Object> properties = new HashMap<>();
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, SECONDS * 1000);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, SECONDS * 1000);
    settings.kafka().values().forEach((name, value) -> put(properties, name, value));
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    try {
      return Admin.create(properties);
    } catch (KafkaException e) {
      throw failure("be reached", settings, e);
    }
  }

  static JobException failure(String expected, JobSettings settings, Throwable cause) {
    if (cause instanceof TimeoutException) {
      return new JobException(
          "no Kafka broker answers at %s within %d seconds"
              .formatted(settings.bootstrapServers(), SECONDS),
          cause);
    }
    return new JobException(
        "expected the Kafka cluster at %s to %s, found: %s"
            .formatted(settings.bootstrapServers(), expected, Failures.sentence(cause)),
        cause);
  }

  /** Names for all clients and those for this one; the others would only be warned about. */
  private static void put(Map<String, Object> properties, String name, String value) {
    String own = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    if (AdminClientConfig.configNames().contains(own)) {
      properties.put(own, value);
    }
  }
}
