package io.residua.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadPositionsTest {
  private static final TopicPartition FIRST = new TopicPartition("alerts", 0);
  private static final TopicPartition SECOND = new TopicPartition("alerts", 1);
  private static final long LONG = 60_000;

  private final ReadPositions positions = new ReadPositions();

  @Test
  void emptyPartitionsAreReadToTheirEnd() throws Exception {
    assertThat(positions.await(Map.of(FIRST, 0L), 0)).isTrue();
  }

  @Test
  void onePartitionThatIsBehindIsNotTheEnd() throws Exception {
    positions.reached(FIRST, 5);
    positions.reached(SECOND, 6);

    assertThat(positions.await(Map.of(FIRST, 5L, SECOND, 7L), 1)).isFalse();
  }

  @Test
  void waitsForTheReader() throws Exception {
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> await(Map.of(FIRST, 3L)));

    positions.reached(FIRST, 2);
    positions.reached(FIRST, 3);

    assertThat(waiting.get(LONG, TimeUnit.MILLISECONDS)).isTrue();
  }

  private boolean await(Map<TopicPartition, Long> ends) {
    try {
      return positions.await(ends, LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
