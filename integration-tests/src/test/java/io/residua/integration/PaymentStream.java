package io.residua.integration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A stream of payments: of a hundred records 78 are normal, 10 strange, 10 broken and 2 tombstones.
 * Remembers where each was written, so that what comes out can be compared. Thread-safe.
 */
final class PaymentStream implements AutoCloseable {
  /** What a record is, and so what must become of it. */
  enum Kind {
    NORMAL,
    STRANGE,
    BROKEN,
    TOMBSTONE;

    static Kind of(int number) {
      if (number % 50 == 0) {
        return TOMBSTONE;
      }
      return switch (number % 10) {
        case 3 -> BROKEN;
        case 7 -> STRANGE;
        default -> NORMAL;
      };
    }
  }

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<Position, Kind> written = new HashMap<>();
  private int next;

  PaymentStream(String bootstrap, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Writes the next records and waits until they are on the topic. */
  synchronized void send(int count) {
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.of(next);
      producer.send(
          new ProducerRecord<>(topic, key(next), value(kind, next)),
          (at, failure) -> {
            if (failure == null) {
              remember(new Position(at.partition(), at.offset()), kind);
            }
          });
      next++;
    }
    producer.flush();
  }

  /** Positions of the records of these kinds, in order. */
  List<Position> positions(Kind... kinds) {
    synchronized (written) {
      return written.entrySet().stream()
          .filter(entry -> Arrays.asList(kinds).contains(entry.getValue()))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }

  /** How many records are on the topic. */
  int size() {
    synchronized (written) {
      return written.size();
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private void remember(Position position, Kind kind) {
    synchronized (written) {
      written.put(position, kind);
    }
  }

  private static byte[] key(int number) {
    return ("card-" + number % 97).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] value(Kind kind, int number) {
    String text =
        switch (kind) {
          case NORMAL -> payment(number, 40 + number % 20);
          case STRANGE -> payment(number, 4000);
          case BROKEN -> "{ broken";
          case TOMBSTONE -> null;
        };
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String payment(int number, int amount) {
    return """
        {"card": "card-%d", "at": %d, "amount": %d, "category": "food"}"""
        .formatted(number % 97, 1_767_225_600_000L + number, amount);
  }
}
