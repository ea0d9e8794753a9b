package io.residua.stream.kafka;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a job keeps the states of keys. Whatever it is, every change also goes to a topic, from
 * which the states are restored elsewhere.
 *
 * @param store what holds them
 * @param standbyReplicas how many other instances keep a copy, so that they take over at once
 * @param directory of RocksDB's files; below the system's temporary directory where it is empty
 * @param cacheMebibytes on the heap, for all stores on disk together: the states used last, which
 *     go to the store when the memory is needed
 * @param rocksDbMebibytes outside the heap, for RocksDB's blocks, indices and write buffers, all
 *     stores of the process together
 */
public record StateSettings(
    Store store,
    int standbyReplicas,
    Optional<Path> directory,
    int cacheMebibytes,
    int rocksDbMebibytes) {
  /** What holds the states. */
  public enum Store {
    /** On disk, beyond what fits the memory. */
    ROCKSDB,
    /** On the heap. */
    MEMORY
  }

  static final int MOST_STANDBY_REPLICAS = 10;
  static final int LEAST_ROCKSDB_MEBIBYTES = 16;
  static final int MOST_MEBIBYTES = 1 << 20;

  public StateSettings {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(directory, "directory");
    check("standby replicas", standbyReplicas, 0, MOST_STANDBY_REPLICAS);
    check("mebibytes of cache", cacheMebibytes, 0, MOST_MEBIBYTES);
    check("mebibytes for RocksDB", rocksDbMebibytes, LEAST_ROCKSDB_MEBIBYTES, MOST_MEBIBYTES);
  }

  public static StateSettings defaults() {
    return new StateSettings(Store.ROCKSDB, 0, Optional.empty(), 64, 128);
  }

  public StateSettings withDirectory(Path path) {
    return new StateSettings(
        store, standbyReplicas, Optional.of(path), cacheMebibytes, rocksDbMebibytes);
  }

  public StateSettings withStandbyReplicas(int replicas) {
    return new StateSettings(store, replicas, directory, cacheMebibytes, rocksDbMebibytes);
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, got %d".formatted(what, least, most, value));
    }
  }
}
