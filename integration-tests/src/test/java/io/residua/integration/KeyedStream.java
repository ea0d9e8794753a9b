package io.residua.integration;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.event.Event;
import io.residua.detector.event.JsonEventDecoder;
import io.residua.detector.history.HistoryMemory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A stream of payments under their cards as keys, some late. Remembers where each was written, so
 * that the score of each can be told. Thread-safe.
 */
final class KeyedStream implements AutoCloseable {
  private static final long FIRST_TIME = 1_767_268_800_000L;

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<Position, byte[]> written = new TreeMap<>();
  private final Random random = new Random(11);
  private final int cards;
  private long next;

  KeyedStream(String bootstrap, String topic, int cards) {
    this.topic = topic;
    this.cards = cards;
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
      String card = "card-" + random.nextInt(cards);
      byte[] value = utf8(payment(card));
      producer.send(
          new ProducerRecord<>(topic, utf8(card), value),
          (at, failure) -> {
            if (failure == null) {
              remember(new Position(at.partition(), at.offset()), value);
            }
          });
    }
    producer.flush();
  }

  int size() {
    synchronized (written) {
      return written.size();
    }
  }

  /** The score of each record, by its position: as batch scoring gives it, in the same order. */
  Map<Position, Double> expected(Detector detector) {
    HistoryMemory memory = new HistoryMemory(detector.history());
    Scorer scorer = detector.newScorer();
    JsonEventDecoder decoder = new JsonEventDecoder(detector.layout(), 1 << 20);
    Event event = new Event(detector.layout());
    Map<Position, Double> scores = new TreeMap<>();
    synchronized (written) {
      written.forEach(
          (position, value) -> {
            event.clear();
            if (decoder.decode(value, event) != null) {
              throw new IllegalStateException("a payment cannot be read");
            }
            memory.apply(event);
            if (scorer.score(event) != null) {
              throw new IllegalStateException("a payment cannot be scored");
            }
            scores.put(position, scorer.verdict().score());
          });
    }
    return scores;
  }

  @Override
  public void close() {
    producer.close();
  }

  private String payment(String card) {
    long late = random.nextInt(10) == 0 ? 60_000 : 0;
    return "{\"card\": \"%s\", \"shop\": \"shop-%d\", \"amount\": %s, \"at\": %d}"
        .formatted(
            card, random.nextInt(6), 100 * random.nextDouble(), FIRST_TIME + 1000 * next++ - late);
  }

  private void remember(Position position, byte[] value) {
    synchronized (written) {
      written.put(position, value);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
