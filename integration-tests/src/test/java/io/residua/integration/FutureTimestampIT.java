package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.stream.kafka.StreamsJob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class FutureTimestampIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** The input takes time stamps that a broker refuses by default, on changelogs too. */
  @Test
  void keepsTheStateOfARecordFromBeyondTheBrokersClock(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "beyond");
    payments.createTopics(
        new NewTopic(payments.input(), Optional.of(1), Optional.empty())
            .configs(Map.of("message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE))));
    long beyond = System.currentTimeMillis() + Duration.ofDays(2).toMillis();
    byte[] strange =
        """
        {"card": "c", "at": 1767225600000, "amount": 4000, "category": "food"}"""
            .getBytes(StandardCharsets.UTF_8);
    try (StreamsJob job = payments.start();
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", payments.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      for (int i = 0; i < 2; i++) {
        producer.send(new ProducerRecord<>(payments.input(), 0, beyond, null, strange)).get();
      }

      await().atMost(SOON).until(() -> payments.read("alerts").size() == 2);
      assertThat(job.totals().scored()).isEqualTo(2);
    }
  }
}
