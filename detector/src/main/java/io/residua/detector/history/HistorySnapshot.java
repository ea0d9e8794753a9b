package io.residua.detector.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of keys at one moment, stage by stage: what a job begins with for keys that its own
 * store does not know, so that nobody starts cold. Immutable; the states are handed out as they are
 * and not to be written to.
 */
public final class HistorySnapshot {
  /** The most bytes of keys and states together: 16 MiB. */
  public static final int MOST_BYTES = 16 << 20;

  public static final HistorySnapshot EMPTY = new HistorySnapshot(List.of());

  private final List<Map<String, byte[]>> stages;

  /**
   * @param stages for each stage, in order, the states by key
   * @throws IllegalArgumentException when they are larger than {@value #MOST_BYTES} bytes
   */
  public HistorySnapshot(List<Map<String, byte[]>> stages) {
    List<Map<String, byte[]>> copies = new ArrayList<>();
    stages.forEach(states -> copies.add(new LinkedHashMap<>(states)));
    this.stages = copies;
    if (bytes() > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a snapshot has at most %d bytes, found %d".formatted(MOST_BYTES, bytes()));
    }
  }

  public int stages() {
    return stages.size();
  }

  /** How many keys a stage knows. */
  public int keys(int stage) {
    return stages.get(stage).size();
  }

  /** A key's state; empty where the snapshot does not know the key. */
  public Optional<byte[]> state(int stage, String key) {
    return stage < stages.size()
        ? Optional.ofNullable(stages.get(stage).get(key))
        : Optional.empty();
  }

  Map<String, byte[]> states(int stage) {
    return stages.get(stage);
  }

  private long bytes() {
    return stages.stream()
        .flatMap(states -> states.entrySet().stream())
        .mapToLong(entry -> size(entry.getKey(), entry.getValue()))
        .sum();
  }

  /** What a key takes, as it counts for the limit. */
  static long size(String key, byte[] state) {
    return 3L * key.length() + state.length + 2L * Integer.BYTES;
  }
}
