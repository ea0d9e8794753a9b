package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.stream.kafka.StreamsJob;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRestartIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void losesAndRepeatsNothingWhenTheBrokerGoesAndComes(@TempDir Path directory) throws Exception {
    EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerSettings.temporary().withDataDirectory(directory));
    String bootstrap = broker.bootstrapServers();
    int port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
    PaymentJob payments = new PaymentJob(bootstrap, "restart");
    payments.createInput(2);
    try (PaymentStream stream = new PaymentStream(bootstrap, payments.input());
        StreamsJob job = payments.start()) {
      stream.send(20_000);
      await().atMost(SOON).until(() -> job.totals().in() > 0);

      broker.close();
      broker =
          EmbeddedBroker.start(
              BrokerSettings.temporary().withDataDirectory(directory).withPort(port));
      stream.send(1000);

      ExactlyOnce.verify(payments, stream, SOON);
      assertThat(job.totals().in()).isGreaterThanOrEqualTo(21_000);
    } finally {
      broker.close();
    }
  }
}
