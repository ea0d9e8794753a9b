package io.residua.cli.demo;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer has read, told by its own thread and awaited by another. Thread-safe. */
final class ReadPositions {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Map<TopicPartition, Long> positions = new HashMap<>();

  /**
   * @param offset of the next record that will be read
   */
  synchronized void reached(TopicPartition partition, long offset) {
    if (!Long.valueOf(offset).equals(positions.put(partition, offset))) {
      notifyAll();
    }
  }

  /**
   * Waits until every partition was read up to its end, but not longer than given; says whether it
   * was.
   *
   * @param ends offsets behind the last record of each partition
   */
  synchronized boolean await(Map<TopicPartition, Long> ends, long millis)
      throws InterruptedException {
    long deadline = System.nanoTime() + millis * NANOS_PER_MILLI;
    long left = millis;
    while (!reached(ends) && left > 0) {
      wait(left);
      left = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
    }
    return reached(ends);
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
