package io.residua.cli.produce;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends rows to a topic at a steady rate, waits for the broker's word on each, and counts them. One
 * thread's.
 */
public final class Publisher implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private Pace pace;
  private long sent;

  /**
   * @param perSecond records a second, above 0; infinite for as fast as possible
   */
  public Publisher(String bootstrap, String topic, double perSecond) {
    this(new KafkaProducer<>(settings(bootstrap), bytes(), bytes()), topic, perSecond);
  }

  Publisher(Producer<byte[], byte[]> producer, String topic, double perSecond) {
    this.producer = producer;
    this.topic = topic;
    this.pace = new Pace(perSecond);
  }

  /** Goes on at another rate. */
  public void pace(double perSecond) {
    pace = new Pace(perSecond);
  }

  /**
   * Sends one record, once it is time.
   *
   * @param key or null
   * @throws PublishException when this or an earlier record was not taken
   */
  public void send(String key, byte[] value) throws PublishException {
    pace.next();
    check();
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(
          new ProducerRecord<>(topic, keyBytes, value),
          (position, refused) -> {
            if (refused != null) {
              failure.compareAndSet(null, refused);
            }
          });
    } catch (RuntimeException refused) {
      failure.compareAndSet(null, refused);
      check();
    }
    sent++;
  }

  /** Returns when the broker has everything. */
  public void flush() throws PublishException {
    producer.flush();
    check();
  }

  public long sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void check() throws PublishException {
    if (failure.get() != null) {
      throw new PublishException(
          "topic %s did not take a record: %s".formatted(topic, failure.get().getMessage()),
          failure.get());
    }
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        "bootstrap.servers",
        bootstrap,
        "acks",
        "all",
        "linger.ms",
        5,
        "batch.size",
        128 * 1024,
        "delivery.timeout.ms",
        30_000,
        "request.timeout.ms",
        10_000);
  }

  private static ByteArraySerializer bytes() {
    return new ByteArraySerializer();
  }
}
