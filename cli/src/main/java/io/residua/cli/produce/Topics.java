package io.residua.cli.produce;

import io.residua.cli.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics on a broker. */
public final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Topics() {}

  /**
   * Creates a topic where it is missing.
   *
   * @return whether it was created
   * @throws CommandFailure when no broker answers, or it refuses
   */
  public static boolean ensure(String bootstrap, String topic, int partitions)
      throws CommandFailure, InterruptedException {
    try (Admin admin = admin(bootstrap)) {
      if (await(admin.listTopics().names(), bootstrap).contains(topic)) {
        return false;
      }
      NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
      await(admin.createTopics(List.of(wanted)).all(), bootstrap);
      return true;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new CommandFailure(
          "topic %s cannot be created at %s: %s"
              .formatted(topic, bootstrap, failure.getCause().getMessage()),
          failure.getCause());
    }
  }

  private static Admin admin(String bootstrap) throws CommandFailure {
    try {
      return Admin.create(
          Map.of(
              "bootstrap.servers",
              bootstrap,
              "default.api.timeout.ms",
              (int) PATIENCE.toMillis(),
              "request.timeout.ms",
              (int) PATIENCE.toMillis() / 2));
    } catch (KafkaException refused) {
      throw new CommandFailure(
          "expected the address of a Kafka broker as HOST:PORT, found '%s'".formatted(bootstrap),
          refused);
    }
  }

  private static <T> T await(KafkaFuture<T> answer, String bootstrap)
      throws CommandFailure, ExecutionException, InterruptedException {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw nobody(bootstrap, late);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw nobody(bootstrap, failure);
      }
      throw failure;
    }
  }

  private static CommandFailure nobody(String bootstrap, Throwable cause) {
    return new CommandFailure(
        "no Kafka broker answers at %s; 'residua broker' starts one".formatted(bootstrap), cause);
  }
}
