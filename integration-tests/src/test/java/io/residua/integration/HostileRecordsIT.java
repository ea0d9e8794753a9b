package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.stream.kafka.StreamsJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that somebody careless or hostile puts on the topic; each is told and none stops it. */
@ExtendWith(BrokerExtension.class)
class HostileRecordsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int TEN_MEGABYTES = 10_000_000;
  private static final String GOOD =
      """
      {"card": "card-1", "at": 1767225600000, "amount": 50, "category": "food"}""";

  @ParameterizedTest
  @CsvSource({"large-avro, avro", "large-json, json"})
  void rejectsALargeRecordAndGoesOn(String name, String format, EmbeddedBroker broker)
      throws Exception {
    PaymentJob payments =
        new PaymentJob(broker.bootstrapServers(), name)
            .withOutputs("{ format: %s }".formatted(format));
    createRoomyInput(payments);
    try (StreamsJob job = payments.start()) {
      send(
          payments,
          record(payments, null, new byte[TEN_MEGABYTES]),
          record(payments, null, GOOD.getBytes(StandardCharsets.UTF_8)));

      await().atMost(SOON).until(() -> payments.read("scores").size() == 1);
      assertThat(job.totals().rejected()).isEqualTo(1);
    }
    assertThat(payments.read("rejects"))
        .singleElement()
        .satisfies(it -> assertThat(it.serializedValueSize()).isBetween(700_000, 1_000_000));
  }

  @Test
  void tellsWhatWasWrongAndKeepsTheBytes(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "hostile");
    createRoomyInput(payments);
    byte[] largeKey = new byte[20_000];
    byte[] noise = {(byte) 0xC3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    try (StreamsJob job = payments.start()) {
      send(
          payments,
          record(payments, null, new byte[0]),
          record(payments, null, noise),
          record(payments, largeKey, GOOD.getBytes(StandardCharsets.UTF_8)),
          record(payments, null, "[1]".getBytes(StandardCharsets.UTF_8)));

      await().atMost(SOON).until(() -> payments.read("rejects").size() == 4);
      assertThat(job.totals().in()).isEqualTo(4);
    }
    List<ConsumerRecord<byte[], byte[]>> rejects = payments.read("rejects");
    assertThat(rejects)
        .extracting(it -> decoded(it).get("reason").toString())
        .containsExactly("MALFORMED", "MALFORMED", "TOO_LARGE", "NOT_AN_OBJECT");
    assertThat((ByteBuffer) decoded(rejects.get(1)).get("original"))
        .isEqualTo(ByteBuffer.wrap(noise));
    assertThat(rejects).extracting(ConsumerRecord::key).containsOnlyNulls();
  }

  private static GenericRecord decoded(ConsumerRecord<byte[], byte[]> reject) {
    try {
      BinaryMessageDecoder<GenericRecord> decoder = PublicSchemas.singleObjectDecoder("Reject");
      return decoder.decode(reject.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createRoomyInput(PaymentJob payments) throws Exception {
    payments.createTopics(
        new NewTopic(payments.input(), Optional.of(1), Optional.empty())
            .configs(Map.of("max.message.bytes", "16000000")));
  }

  private static ProducerRecord<byte[], byte[]> record(
      PaymentJob payments, byte[] key, byte[] value) {
    return new ProducerRecord<>(payments.input(), key, value);
  }

  @SafeVarargs
  private static void send(PaymentJob payments, ProducerRecord<byte[], byte[]>... records)
      throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", payments.bootstrap(), "max.request.size", 16_000_000),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> record : records) {
        producer.send(record).get();
      }
    }
  }
}
