package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.detector.bundle.BundleWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrokerExtension.class)
class KillIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @ParameterizedTest(name = "large network: {0}")
  @ValueSource(booleans = {false, true})
  void losesAndRepeatsNothingWhenAJobIsKilledInMidStream(
      boolean large, EmbeddedBroker broker, @TempDir Path directory) throws Exception {
    String name = large ? "killed-large" : "killed";
    PaymentJob payments = new PaymentJob(broker.bootstrapServers(), name).withNetwork(large);
    payments.createInput(3);
    Path bundle =
        Files.write(
            directory.resolve("killed-1.residua"), BundleWriter.write(payments.detector().model()));
    Path output = directory.resolve("output.txt");
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try (PaymentStream stream = new PaymentStream(broker.bootstrapServers(), payments.input())) {
      ScheduledFuture<?> flow =
          clock.scheduleWithFixedDelay(() -> stream.send(200), 0, 20, TimeUnit.MILLISECONDS);

      try (ResiduaProcess first = run(payments, bundle, output)) {
        awaitScores(payments, 1000, first, output);
        first.kill();
      }
      int committed = payments.read("scores").size();
      try (ResiduaProcess second = run(payments, bundle, output)) {
        awaitScores(payments, committed + 1000, second, output);
        flow.cancel(false);
        ExactlyOnce.verify(payments, stream, SOON);
      }
      assertThat(committed).isLessThan(stream.size());
    } finally {
      clock.shutdown();
      assertThat(clock.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static ResiduaProcess run(PaymentJob payments, Path bundle, Path output)
      throws Exception {
    return ResiduaProcess.start(
        output,
        "run",
        "--bootstrap",
        payments.bootstrap(),
        "--model",
        bundle.toString(),
        "--http-port",
        "0");
  }

  private static void awaitScores(PaymentJob payments, int least, ResiduaProcess job, Path output) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              assertThat(job.isAlive()).as("the job says: %s", Files.readString(output)).isTrue();
              return payments.exists("scores") && payments.read("scores").size() >= least;
            });
  }
}
