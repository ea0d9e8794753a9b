package io.residua.integration;

import static org.awaitility.Awaitility.await;

import io.residua.broker.EmbeddedBroker;
import io.residua.detector.fixture.KeyedFixtures;
import io.residua.stream.kafka.StreamsJob;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class RescaleIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void movesKeysToASecondInstanceAndBackInMidStream(EmbeddedBroker broker, @TempDir Path directory)
      throws Exception {
    KeyedJob keyed = new KeyedJob(broker.bootstrapServers(), "rescaled", KeyedFixtures.DEFINITION);
    keyed.createInput(4);
    try (KeyedStream stream = new KeyedStream(broker.bootstrapServers(), keyed.input(), 50);
        StreamsJob one = keyed.start(directory)) {
      stream.send(5000);
      await().atMost(SOON).until(() -> one.totals().scored() >= 1000);
      try (StreamsJob two = keyed.start(directory)) {
        await()
            .atMost(SOON)
            .until(
                () -> {
                  stream.send(100);
                  return two.totals().scored() > 500;
                });
      }
      stream.send(2000);

      keyed.verify(stream, SOON);
    }
  }
}
