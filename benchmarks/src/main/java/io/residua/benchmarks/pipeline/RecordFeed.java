package io.residua.benchmarks.pipeline;

import io.residua.benchmarks.RecordBytes;
import io.residua.benchmarks.ThirtyFeatures;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills a topic with records of thirty numbers. */
final class RecordFeed {
  private static final int HOSTS = 1000;

  private RecordFeed() {}

  static void fill(String bootstrap, String topic, String format, int partitions, int records)
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
        producer.send(
            new ProducerRecord<>(
                topic, i % partitions, host.getBytes(StandardCharsets.UTF_8), value));
      }
    }
  }

  private static void create(String bootstrap, String topic, int partitions)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      NewTopic created = new NewTopic(topic, Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(created)).all().get();
      // Before the broker leads them, a producer's first batches are refused, and all that follow.
      size(admin, topic, partitions);
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
        int number = i < hosts ? i : random.nextInt(hosts);
        String host = "host-" + number;
        long time = spanMillis * i / (hosts + chosen);
        producer.send(
            new ProducerRecord<>(
                topic,
                number % partitions,
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
