package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.stream.kafka.StreamsJob;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** States that an ended job left on its disk, which are not restored from their changelog. */
@ExtendWith(BrokerExtension.class)
class RestartIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  @Test
  void goesOnFromWhatItLeftOnItsDisk(EmbeddedBroker broker, @TempDir Path directory)
      throws Exception {
    KeyedJob keyed = new KeyedJob(broker.bootstrapServers(), "restarted", KeyedFixtures.DEFINITION);
    keyed.createInput(2);
    try (KeyedStream stream = new KeyedStream(broker.bootstrapServers(), keyed.input(), 50)) {
      stream.send(3000);
      try (StreamsJob before = keyed.start(directory)) {
        await().atMost(SOON).until(() -> before.totals().scored() == 3000);
      }
      stream.send(2000);
      try (StreamsJob after = keyed.start(directory)) {
        assertThat(after.awaitRunning(SOON)).isTrue();
        keyed.verify(stream, SOON);
      }
    }
  }
}
