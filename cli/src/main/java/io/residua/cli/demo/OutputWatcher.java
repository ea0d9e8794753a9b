package io.residua.cli.demo;

import static java.util.stream.Collectors.toMap;

import io.residua.schema.Alert;
import io.residua.schema.wire.RecordDecoder;
import io.residua.schema.wire.UnreadableRecordException;
import io.residua.stream.OutputTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a detector's scores, alerts and rejects, committed ones only, as any consumer would, on a
 * thread of its own.
 */
final class OutputWatcher implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;
  private final String alerts;
  private final String scores;
  private final WatchedOutputs outputs;
  private final Consumer<Alert> onEvent;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final ReadPositions positions = new ReadPositions();
  private final RecordDecoder<Alert> decoder = new RecordDecoder<>(Alert.class, Optional.empty());
  private final FutureTask<Void> work = new FutureTask<>(this::watch);
  private final Thread thread = new Thread(work, "residua-demo-watcher");

  /**
   * @param detector whose topics exist
   * @param onEvent called with the first alert of each event
   */
  OutputWatcher(
      String bootstrap, String detector, WatchedOutputs outputs, Consumer<Alert> onEvent) {
    this.bootstrap = bootstrap;
    this.alerts = OutputTopic.ALERTS.of(detector);
    this.scores = OutputTopic.SCORES.of(detector);
    this.outputs = outputs;
    this.onEvent = onEvent;
    this.consumer =
        new KafkaConsumer<>(
            settings(bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.partitions = assign(detector);
    thread.setDaemon(true);
    thread.start();
  }

  /** Throws what ended the watching, where something did. */
  void check() throws InterruptedException {
    if (work.isDone()) {
      try {
        work.get();
      } catch (ExecutionException failure) {
        throw unreadable(failure.getCause());
      }
    }
  }

  /**
   * Waits until everything is read that is written by now, also what its transaction has not
   * committed yet: a transaction's scores may be readable a moment before its alerts.
   *
   * @return false when that took longer than given
   */
  boolean awaitWritten(Duration patience) throws InterruptedException {
    return positions.await(ends(), patience.toMillis());
  }

  private Map<TopicPartition, Long> ends() throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Map<TopicPartition, OffsetSpec> latest =
          partitions.stream().collect(toMap(it -> it, it -> OffsetSpec.latest()));
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    } catch (ExecutionException failure) {
      throw unreadable(failure.getCause());
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** From the topics' begin: what was written before this consumer came is read too. */
  private List<TopicPartition> assign(String detector) {
    List<TopicPartition> assigned =
        Stream.of(OutputTopic.ALERTS, OutputTopic.SCORES, OutputTopic.REJECTS)
            .flatMap(topic -> consumer.partitionsFor(topic.of(detector)).stream())
            .map(OutputWatcher::partition)
            .toList();
    consumer.assign(assigned);
    consumer.seekToBeginning(assigned);
    return assigned;
  }

  private Void watch() throws UnreadableRecordException {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          see(record);
        }
        partitions.forEach(it -> positions.reached(it, consumer.position(it)));
      }
    } catch (WakeupException closing) {
      return null;
    }
  }

  private void see(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException {
    if (record.topic().equals(scores)) {
      outputs.scored(record.timestamp(), System.currentTimeMillis());
    } else if (record.topic().equals(alerts)) {
      Alert alert = decoder.decode(record.value());
      if (outputs.alerted(alert)) {
        onEvent.accept(alert);
      }
    } else {
      outputs.rejected();
    }
  }

  private static IllegalStateException unreadable(Throwable cause) {
    return new IllegalStateException("the outputs cannot be read: " + cause.getMessage(), cause);
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        "bootstrap.servers", bootstrap,
        "isolation.level", "read_committed",
        "enable.auto.commit", "false",
        "fetch.max.wait.ms", "50",
        "max.poll.records", "2000");
  }
}
