package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.RecordBytes;
import io.residua.benchmarks.ThirtyFeatures;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Topics, and what fills them: records of thirty numbers. Records lie where Kafka's own producers
 * put their keys, and so do outputs: a partition with two writers would let none of its readers
 * past the older transaction of either.
 */
public final class RecordFeed {
  private static final int HOSTS = 1000;
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long GIVE_UP_AFTER = TimeUnit.SECONDS.toNanos(30);

  private RecordFeed() {}

  /**
   * Creates a topic and fills it.
   *
   * @param format {@code avro} or {@code json}
   */
  public static void fill(
      String bootstrap, String topic, String format, int partitions, int records)
      throws ExecutionException, InterruptedException {
    create(bootstrap, topic, partitions);
    Random random = new Random(ThirtyFeatures.SEED);
    try (KafkaProducer<byte[], byte[]> producer = producer(bootstrap)) {
      for (int i = 0; i < records; i++) {
        String host = "host-" + i % HOSTS;
        double[] values = ThirtyFeatures.values(random);
        byte[] value =
            format.equals("avro")
                ? RecordBytes.avro(host, i, values)
                : RecordBytes.json(host, i, values);
        producer.send(new ProducerRecord<>(topic, host.getBytes(StandardCharsets.UTF_8), value));
      }
    }
  }

  /** Creates a topic, and returns once its partitions are led. */
  public static void create(String bootstrap, String topic, int partitions)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      NewTopic created = new NewTopic(topic, Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(created)).all().get();
      awaitListed(admin, names -> names.contains(topic));
      // Before the broker leads them, a producer's first batches are refused, and all that follow.
      size(admin, topic, partitions);
    }
  }

  /**
   * Deletes topics, and returns once the broker has forgotten them.
   *
   * @param topics that are there
   */
  public static void delete(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    admin.deleteTopics(topics).all().get();
    awaitListed(admin, names -> Collections.disjoint(names, topics));
  }

  /** What the controller has decided reaches the broker's answers a little later. */
  private static void awaitListed(Admin admin, Predicate<Set<String>> wanted)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    while (!wanted.test(admin.listTopics().names().get())) {
      if (System.nanoTime() - start > GIVE_UP_AFTER) {
        throw new IllegalStateException("the broker does not learn of topics within 30 seconds");
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.LINGER_MS_CONFIG,
            50,
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 << 10,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            // On a busy machine the broker may not answer for long; a record lost is a run lost.
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            600_000),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /**
   * Fills a topic with records of so many hosts: first each of them once, in turn, then hosts
   * chosen at random, all in the order of time.
   *
   * @param chosen how many records follow the first ones
   * @param spanMillis from the first record's time to the last one's
   */
  static void fillKeyed(
      String bootstrap, String topic, int partitions, int hosts, int chosen, long spanMillis)
      throws ExecutionException, InterruptedException {
    create(bootstrap, topic, partitions);
    Random random = new Random(ThirtyFeatures.SEED);
    try (KafkaProducer<byte[], byte[]> producer = producer(bootstrap)) {
      for (int i = 0; i < hosts + chosen; i++) {
        String host = "host-" + (i < hosts ? i : random.nextInt(hosts));
        long time = spanMillis * i / (hosts + chosen);
        producer.send(
            new ProducerRecord<>(
                topic,
                host.getBytes(StandardCharsets.UTF_8),
                RecordBytes.avro(host, time, ThirtyFeatures.values(random))));
      }
    }
    requireAll(bootstrap, topic, partitions, (long) hosts + chosen);
  }

  private static void requireAll(String bootstrap, String topic, int partitions, long records)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      long found = size(admin, topic, partitions);
      if (found != records) {
        throw new IllegalStateException(
            "expected %d records on topic %s, found %d".formatted(records, topic, found));
      }
    }
  }

  private static long size(Admin admin, String topic, int partitions)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
        .sum();
  }
}
