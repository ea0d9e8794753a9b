package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.residua.broker.EmbeddedBroker;
import io.residua.stream.kafka.StreamsJob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A consumer without any code of ours reads the alerts. */
@ExtendWith(BrokerExtension.class)
class ForeignConsumerIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void readsAlertsWithAvroAndThePublishedSchema(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "foreign-avro");

    ConsumerRecord<byte[], byte[]> record = firstAlert(payments);

    GenericRecord alert = PublicSchemas.singleObjectDecoder("Alert").decode(record.value());
    assertThat(alert.get("detector")).isEqualTo(new Utf8("foreign-avro"));
    assertThat(alert.get("key"))
        .isEqualTo(new Utf8(new String(record.key(), StandardCharsets.UTF_8)));
    assertThat(alert.get("reason").toString()).startsWith("amount 4,000 is high");
    assertThat((List<?>) alert.get("explanation")).isNotEmpty();
    assertThat((double) alert.get("score")).isGreaterThan((double) alert.get("threshold"));
  }

  @Test
  void readsAlertsAsJson(EmbeddedBroker broker) throws Exception {
    PaymentJob payments =
        new PaymentJob(broker.bootstrapServers(), "foreign-json").withOutputs("{ format: json }");

    JsonNode alert = new ObjectMapper().readTree(firstAlert(payments).value());

    assertThat(alert.path("id").asText()).startsWith("foreign-json/foreign-json-input/0/");
    assertThat(alert.path("reason").asText()).startsWith("amount 4,000 is high");
    assertThat(alert.path("explanation").path(0).path("observed").asText()).isEqualTo("4000");
  }

  private static ConsumerRecord<byte[], byte[]> firstAlert(PaymentJob payments) throws Exception {
    payments.createInput(1);
    try (PaymentStream stream = new PaymentStream(payments.bootstrap(), payments.input());
        StreamsJob job = payments.start()) {
      stream.send(10);
      await().atMost(SOON).until(() -> job.totals().alerts() > 0);
      return await()
          .atMost(SOON)
          .until(() -> payments.read("alerts"), alerts -> !alerts.isEmpty())
          .get(0);
    }
  }
}
