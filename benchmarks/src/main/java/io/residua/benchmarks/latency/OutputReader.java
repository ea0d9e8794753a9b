package io.residua.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed outputs as they come, on a thread of its own, and measures how long ago each was
 * due. A record is received when the poll that brings it returns.
 */
final class OutputReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Schedule schedule;
  private final DueClock clock;
  private final Histogram micros = LatencyHistogram.create();
  private final Thread thread = new Thread(this::read, "output-reader");
  private long received;
  private boolean closing;
  private RuntimeException failure;

  /** Starts to read a topic from its beginning. */
  OutputReader(String bootstrap, String topic, int partitions, Schedule schedule, DueClock clock) {
    this.schedule = schedule;
    this.clock = clock;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(topic, i)).toList();
    consumer.assign(all);
    thread.start();
  }

  /**
   * Waits for so many outputs.
   *
   * @return how many have come, fewer when the time is over
   */
  synchronized long await(long wanted, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toNanos();
        received < wanted && failure == null && left > 0;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    if (failure != null) {
      throw failure;
    }
    return received;
  }

  /** Latencies of the measured records so far. */
  synchronized Latencies latencies() {
    return Latencies.of(micros);
  }

  private void read() {
    try {
      while (add(consumer.poll(POLL))) {}
    } catch (RuntimeException e) {
      end(e);
    }
  }

  private synchronized boolean add(ConsumerRecords<byte[], byte[]> records) {
    long now = clock.now();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      long due = clock.dueMillis(record.timestamp());
      if (schedule.isMeasured(due)) {
        LatencyHistogram.add(micros, DueClock.latency(due, now));
      }
    }
    received += records.count();
    notifyAll();
    return !closing;
  }

  private synchronized void end(RuntimeException cause) {
    failure = cause;
    notifyAll();
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
  }
}
