package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.stream.kafka.StateSettings;
import io.residua.stream.kafka.StreamsJob;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 of one instance, while the other one keeps copies of its states. */
@ExtendWith(BrokerExtension.class)
class StandbyIT {
  private static final Duration SOON = Duration.ofSeconds(120);
  private static final int PARTITIONS = 4;

  @Test
  void goesOnFromItsCopyWhenTheOtherInstanceIsKilled(EmbeddedBroker broker, @TempDir Path folder)
      throws Exception {
    KeyedJob job = new KeyedJob(broker.bootstrapServers(), "standby", KeyedFixtures.DEFINITION);
    job.createInput(PARTITIONS);
    Path states = folder.resolve("other");
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try (KeyedStream stream = new KeyedStream(broker.bootstrapServers(), job.input(), 500);
        ResiduaProcess killed = job.run(folder, 1)) {
      ScheduledFuture<?> flow =
          clock.scheduleWithFixedDelay(() -> stream.send(50), 0, 50, TimeUnit.MILLISECONDS);
      await().atMost(SOON).ignoreExceptions().until(() -> job.changes(PARTITIONS) > 1000);
      try (StreamsJob other =
          job.start(StateSettings.defaults().withDirectory(states).withStandbyReplicas(1))) {
        await()
            .atMost(SOON)
            .untilAsserted(
                () -> {
                  assertThat(tasks(states)).isEqualTo(PARTITIONS);
                  assertThat(other.totals().scored()).isGreaterThan(500);
                });
        long scored = other.totals().scored();
        await().atMost(SOON).until(() -> other.totals().scored() > scored + 2000);

        long changes = job.changes(PARTITIONS);
        double restored = restored(other);
        killed.kill();
        stream.send(2000);
        flow.cancel(false);

        job.verify(stream, SOON);
        assertThat(restored(other) - restored)
            .as("read again, of %d changes", changes)
            .isLessThan(changes / 4.0);
      }
    } finally {
      clock.shutdown();
      assertThat(clock.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Tasks that an instance has states of, active or as a copy. */
  private static long tasks(Path states) throws IOException {
    try (Stream<Path> files = Files.walk(states)) {
      return files.filter(file -> file.getFileName().toString().matches("0_\\d")).count();
    }
  }

  /** Changes that an instance has read to restore states of tasks that it took over. */
  private static double restored(StreamsJob job) throws IOException, InterruptedException {
    HttpRequest metrics = HttpRequest.newBuilder(job.httpAddress().resolve("/metrics")).build();
    return HttpClient.newHttpClient()
        .send(metrics, HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith("residua_state_restored_records_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }
}
