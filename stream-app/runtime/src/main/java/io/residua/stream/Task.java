package io.residua.stream;

import java.util.Objects;
import java.util.function.Function;

/**
 * What an engine gives to one of its tasks.
 *
 * @param partition whose records it reads, from 0
 * @param partitions how many there are, the task's included; at least 1
 * @param stores its states by the names of {@link Place}
 */
public record Task(int partition, int partitions, Function<String, KeyStates> stores) {
  public Task {
    Objects.requireNonNull(stores, "stores");
    if (partition < 0 || partition >= partitions) {
      throw new IllegalArgumentException(
          "expected a partition below %d, got %d".formatted(partitions, partition));
    }
  }
}
