package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.integration.PaymentStream.Kind;
import io.residua.stream.kafka.StreamsJob;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrokerExtension.class)
class StreamsJobIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @ParameterizedTest(name = "large network: {0}")
  @ValueSource(booleans = {false, true})
  void scoresEachRecordOnceAndTellsSo(boolean large, EmbeddedBroker broker) throws Exception {
    String name = large ? "whole-large" : "whole";
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), name).withNetwork(large);
    payments.createInput(3);
    try (PaymentStream stream = new PaymentStream(broker.bootstrapServers(), payments.input());
        StreamsJob job = payments.start()) {
      assertThat(job.awaitRunning(SOON)).isTrue();

      stream.send(1000);

      ExactlyOnce.verify(payments, stream, SOON);
      assertThat(job.totals().in()).isEqualTo(1000);
      assertThat(job.totals().filtered()).isEqualTo(stream.positions(Kind.TOMBSTONE).size());
      assertThat(get(job, "/health/ready").statusCode()).isEqualTo(200);
      assertThat(get(job, "/metrics").body())
          .contains(
              Stream.of(
                      "residua_records_received_total{detector='NAME'} 1000.0",
                      "residua_records_total{detector='NAME',outcome='rejected'} 100.0",
                      "residua_records_total{detector='NAME',outcome='filtered'} 20.0",
                      "residua_records_total{detector='NAME',outcome='scored'} 880.0",
                      "residua_alerts_total{detector='NAME'} 100.0",
                      "residua_scoring_time_seconds_count{detector='NAME'} 980",
                      "residua_model_version{detector='NAME'} 1.0")
                  .map(line -> line.replace("NAME", name).replace('\'', '"'))
                  .toList());
    }
  }

  @ParameterizedTest(name = "large network: {0}")
  @ValueSource(booleans = {false, true})
  void goesOnWhereItWasClosed(boolean large, EmbeddedBroker broker) throws Exception {
    String name = large ? "closed-large" : "closed";
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), name).withNetwork(large);
    payments.createInput(2);
    try (PaymentStream stream = new PaymentStream(broker.bootstrapServers(), payments.input())) {
      try (StreamsJob first = payments.start()) {
        stream.send(300);
        await().atMost(SOON).until(() -> first.totals().in() > 0);
      }
      stream.send(300);

      try (StreamsJob second = payments.start()) {
        ExactlyOnce.verify(payments, stream, SOON);
        assertThat(second.totals().in()).isLessThan(600);
      }
    }
  }

  @Test
  void sharesTheWorkBetweenInstances(EmbeddedBroker broker) throws Exception {
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), "shared");
    payments.createInput(8);
    try (PaymentStream stream = new PaymentStream(broker.bootstrapServers(), payments.input());
        StreamsJob one = payments.start()) {
      stream.send(500);
      await().atMost(SOON).until(() -> one.totals().in() > 0);
      try (StreamsJob two = payments.start()) {
        await()
            .atMost(SOON)
            .until(
                () -> {
                  stream.send(50);
                  return two.totals().in() > 0;
                });
        ExactlyOnce.verify(payments, stream, SOON);
      }
    }
  }

  private static HttpResponse<String> get(StreamsJob job, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(job.httpAddress() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
