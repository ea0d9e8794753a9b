package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StreamsJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Confluent's framing in and out, with a real registry; run by {@code mvn verify -Pregistry}. */
@Tag("registry")
@ExtendWith(BrokerExtension.class)
class SchemaRegistryIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Schema PAYMENT =
      SchemaBuilder.record("Payment")
          .fields()
          .requiredString("card")
          .requiredLong("at")
          .requiredDouble("amount")
          .optionalString("category")
          .endRecord();

  @Test
  void readsAndWritesWithTheRegistrysSchemas(EmbeddedBroker broker, @TempDir Path directory)
      throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "registered");
    payments.createInput(1);
    try (RegistryProcess registry = RegistryProcess.start(directory)) {
      int id = registry.register("registered-input-value", PAYMENT);
      send(
          payments,
          framed(id, payment(50)),
          framed(id, payment(4000)),
          framed(id + 9999, payment(1)));

      try (StreamsJob job = start(payments, registry)) {
        await().atMost(SOON).until(() -> job.totals().in() == 3);
        await().atMost(SOON).until(() -> payments.read("scores").size() == 2);
      }

      assertThat(registry.subjects())
          .contains(
              "registered.scores-value",
              "registered.embeddings-value",
              "registered.alerts-value",
              "registered.rejects-value");
      GenericRecord alert = only(registry, payments.read("alerts"));
      assertThat(alert.getSchema().getFullName()).isEqualTo("io.residua.schema.Alert");
      assertThat(alert.get("reason").toString()).startsWith("amount 4,000 is high");
      GenericRecord reject = only(registry, payments.read("rejects"));
      assertThat(reject.get("reason").toString()).isEqualTo("UNKNOWN_SCHEMA");
    }
  }

  private static StreamsJob start(PaymentJob payments, RegistryProcess registry) throws Exception {
    JobSettings settings = payments.settings();
    return StreamsJob.start(
        payments.withAvro().detector(),
        new JobSettings(
            settings.bootstrapServers(),
            settings.applicationId(),
            settings.threads(),
            settings.http(),
            Optional.of(registry.address()),
            settings.createTopics(),
            settings.limits(),
            settings.state(),
            settings.kafka()));
  }

  private static void send(PaymentJob payments, byte[]... values) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", payments.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>(payments.input(), value)).get();
      }
    }
  }

  private static GenericRecord payment(double amount) {
    return new GenericRecordBuilder(PAYMENT)
        .set("card", "card-1")
        .set("at", 1_767_225_600_000L)
        .set("amount", amount)
        .set("category", "food")
        .build();
  }

  private static byte[] framed(int id, GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    bytes.write(ByteBuffer.allocate(4).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(PAYMENT).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static GenericRecord only(
      RegistryProcess registry, List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
    assertThat(records).hasSize(1);
    ByteBuffer value = ByteBuffer.wrap(records.get(0).value());
    assertThat(value.get()).isZero();
    Schema writer = registry.schema(value.getInt());
    return new GenericDatumReader<GenericRecord>(writer, writer, new GenericData())
        .read(
            null,
            DecoderFactory.get()
                .binaryDecoder(value.array(), value.position(), value.remaining(), null));
  }
}
