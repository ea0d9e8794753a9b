package io.residua.stream.kafka;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.stream.JobException;
import io.residua.stream.OutputTopic;
import io.residua.stream.RecordLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a job needs of the cluster before it starts: a broker that answers, the input topic, the
 * output topics. Those that are missing are created, with the input's partitions and up to three
 * replicas, or named where the job may not create them.
 */
final class TopicPreparation {
  private static final Logger LOG = LoggerFactory.getLogger(TopicPreparation.class);
  private static final int MOST_REPLICAS = 3;

  private static final Duration UNTIL_MISSING = Duration.ofSeconds(2);
  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  private final Admin admin;
  private final JobSettings settings;

  private TopicPreparation(Admin admin, JobSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /**
   * The input as the cluster has it.
   *
   * @param partitions how many
   * @param identity of this topic in this cluster; one that is made anew under its name has another
   */
  record Input(int partitions, String identity) {}

  static Input run(DetectorDefinition definition, JobSettings settings)
      throws JobException, InterruptedException {
    try (Admin admin = ClusterAdmin.connect(settings)) {
      return new TopicPreparation(admin, settings).prepare(definition);
    }
  }

  private Input prepare(DetectorDefinition definition) throws JobException, InterruptedException {
    DescribeClusterResult cluster = admin.describeCluster();
    int brokers = answer("answer", cluster.nodes()).size();
    String input = definition.input().topic();
    Set<String> present = topicsWith(input);
    Set<String> outputs = new TreeSet<>();
    OutputTopic.writtenBy(definition).forEach(topic -> outputs.add(topic.of(definition.name())));
    Set<String> missing = new TreeSet<>(outputs);
    missing.removeAll(present);
    TopicDescription description = describe(input);
    int partitions = description.partitions().size();
    if (!missing.isEmpty()) {
      createMissing(missing, partitions, brokers);
    }
    requireRoom(outputs);
    return new Input(
        partitions, answer("answer", cluster.clusterId()) + "/" + description.topicId());
  }

  /** The input may have been created a moment ago; a broker tells of it a moment later. */
  private Set<String> topicsWith(String input) throws JobException, InterruptedException {
    long deadline = System.nanoTime() + UNTIL_MISSING.toNanos();
    while (true) {
      Set<String> present = answer("list its topics", admin.listTopics().names());
      if (present.contains(input)) {
        return present;
      }
      if (System.nanoTime() > deadline) {
        throw new JobException(
            "the input topic %s does not exist on %s"
                .formatted(input, settings.bootstrapServers()));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
    }
  }

  /** A topic that refuses a large reject would stop the job at the first one. */
  private void requireRoom(Set<String> outputs) throws JobException, InterruptedException {
    for (String topic : outputs) {
      Config config = configuration(topic);
      int most = Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
      if (most < RecordLimits.OUTPUT_BYTES) {
        throw new JobException(
            "the output topic %s takes records of at most %d bytes; expected a %s of %d or more"
                .formatted(
                    topic, most, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, RecordLimits.OUTPUT_BYTES));
      }
    }
  }

  /** A broker may not know a topic yet that another one has just created. */
  private Config configuration(String topic) throws JobException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    long deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
    while (true) {
      try {
        return admin.describeConfigs(List.of(resource)).values().get(resource).get();
      } catch (ExecutionException e) {
        boolean unknown = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!unknown || System.nanoTime() > deadline) {
          throw ClusterAdmin.failure(
              "tell the configuration of topic " + topic, settings, e.getCause());
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
      }
    }
  }

  private void createMissing(Set<String> missing, int partitions, int brokers)
      throws JobException, InterruptedException {
    if (!settings.createTopics()) {
      throw new JobException(
          "the output topics %s do not exist on %s and create-topics is false"
              .formatted(String.join(", ", missing), settings.bootstrapServers()));
    }
    short replicas = (short) Math.min(MOST_REPLICAS, brokers);
    List<NewTopic> topics =
        missing.stream()
            .map(name -> new NewTopic(name, Optional.of(partitions), Optional.of(replicas)))
            .toList();
    for (Map.Entry<String, KafkaFuture<Void>> created :
        admin.createTopics(topics).values().entrySet()) {
      create(created.getKey(), created.getValue());
    }
    LOG.info("Topics created: topics={} partitions={} replicas={}", missing, partitions, replicas);
  }

  private TopicDescription describe(String topic) throws JobException, InterruptedException {
    return answer(
        "describe topic " + topic,
        admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
  }

  private void create(String topic, KafkaFuture<Void> created)
      throws JobException, InterruptedException {
    try {
      created.get();
    } catch (ExecutionException e) {
      // Another instance of the job, starting at the same time, was quicker.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw ClusterAdmin.failure("create topic " + topic, settings, e.getCause());
      }
    }
  }

  private <T> T answer(String expected, KafkaFuture<T> future)
      throws JobException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw ClusterAdmin.failure(expected, settings, e.getCause());
    }
  }
}
