package io.residua.benchmarks.latency;

import io.residua.benchmarks.RecordBytes;
import io.residua.benchmarks.ThirtyFeatures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records when they are due, whatever became of those before: a job that stalls meets all
 * that has come meanwhile, and each of them waits. One that asked the job first would stall with it
 * and never see those waits, which is known as co-ordinated omission.
 */
final class OpenLoopSender implements AutoCloseable {
  private static final int DIFFERENT = 4096;
  private static final int HOSTS = 1000;

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final byte[][] keys = new byte[DIFFERENT][];
  private final byte[][] values = new byte[DIFFERENT][];
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  OpenLoopSender(String bootstrap, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                // Waiting for company would be latency of ours.
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 << 10),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    Random random = new Random(ThirtyFeatures.SEED);
    for (int i = 0; i < DIFFERENT; i++) {
      String host = "host-" + i % HOSTS;
      keys[i] = host.getBytes(StandardCharsets.UTF_8);
      values[i] = RecordBytes.avro(host, i, ThirtyFeatures.values(random));
    }
  }

  /**
   * Sends all records of a schedule.
   *
   * @return how late measured records were handed to the producer, in microseconds
   * @throws IllegalStateException when the broker refuses one
   */
  Histogram send(Schedule schedule, DueClock clock) {
    Histogram late = LatencyHistogram.create();
    long records = schedule.records();
    for (long i = 0; i < records; i++) {
      long due = schedule.dueMillis(i);
      clock.awaitDue(due);
      if (schedule.isMeasured(due)) {
        LatencyHistogram.add(late, DueClock.latency(due, clock.now()));
      }
      send(i, clock.label(due));
    }
    producer.flush();
    if (failure.get() != null) {
      throw new IllegalStateException("a record could not be sent", failure.get());
    }
    return late;
  }

  private void send(long number, long timestamp) {
    int at = (int) (number % DIFFERENT);
    producer.send(
        new ProducerRecord<>(topic, null, timestamp, keys[at], values[at]),
        (metadata, refusal) -> {
          if (refusal != null) {
            failure.compareAndSet(null, refusal);
          }
        });
  }

  @Override
  public void close() {
    producer.close();
  }
}
