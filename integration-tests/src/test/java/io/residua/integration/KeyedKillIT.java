package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.detector.fixture.KeyedFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kill -9 in mid-stream, and the states on disk are gone too. */
@ExtendWith(BrokerExtension.class)
class KeyedKillIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  /** Between keys records of several partitions would mix as they come; one partition is exact. */
  @ParameterizedTest
  @CsvSource({"own-key, 3, false", "other-keys, 1, true"})
  void scoresAsIfNothingHadHappened(
      String name, int partitions, boolean shops, EmbeddedBroker broker, @TempDir Path folder)
      throws Exception {
    String definition = KeyedFixtures.DEFINITION + (shops ? KeyedFixtures.SHOPS : "");
    KeyedJob job = new KeyedJob(broker.bootstrapServers(), name, definition);
    job.createInput(partitions);
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try (KeyedStream stream = new KeyedStream(broker.bootstrapServers(), job.input(), 50)) {
      ScheduledFuture<?> flow =
          clock.scheduleWithFixedDelay(() -> stream.send(100), 0, 20, TimeUnit.MILLISECONDS);

      try (ResiduaProcess first = job.run(folder)) {
        awaitScores(job, 2000, first, folder);
        first.kill();
      }
      delete(folder.resolve("states"));
      int committed = job.read("scores").size();
      try (ResiduaProcess second = job.run(folder)) {
        awaitScores(job, committed + 2000, second, folder);
        flow.cancel(false);
        job.verify(stream, SOON);
      }
      tellRestores(folder);
    } finally {
      clock.shutdown();
      assertThat(clock.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void awaitScores(KeyedJob job, int least, ResiduaProcess process, Path folder) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              assertThat(process.isAlive())
                  .as("the job says: %s", Files.readString(folder.resolve("output.txt")))
                  .isTrue();
              return job.writes() && job.read("scores").size() >= least;
            });
  }

  private static void tellRestores(Path folder) throws IOException {
    List<String> restores =
        Files.readAllLines(folder.resolve("output.txt")).stream()
            .filter(line -> line.contains("State restored"))
            .toList();
    restores.forEach(System.out::println);
    assertThat(restores).anySatisfy(line -> assertThat(line).doesNotContain("records=0 "));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
