package io.residua.stream.kafka;

import io.residua.stream.JobException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for the states of one instance of a job. Instances on one machine share the directory of
 * the settings: each takes the first numbered folder in it that no other instance holds, and holds
 * it by a lock on a file until it is closed or its process ends. Thread-safe.
 *
 * <p>The folder says of which input its states were made. Kafka Streams trusts states by the offset
 * that they were saved at, and offsets of a topic that was made anew, or of another cluster, may
 * happen to fit; states of another input are deleted.
 */
final class StateDirectory implements AutoCloseable {
  private static final int MOST_INSTANCES = 1_000;
  private static final String LOCK = "instance.lock";
  private static final String INPUT = "input";
  private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

  private final Path path;
  private final FileChannel channel;

  private StateDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Where states are kept when the settings do not say. */
  static Path byDefault() {
    String user = System.getProperty("user.name", "").replaceAll("[^a-zA-Z0-9._-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "residua-" + user);
  }

  /**
   * @param input what tells the job's input from any other
   * @throws JobException when the directory cannot be written to
   */
  static StateDirectory take(Path directory, String application, String input) throws JobException {
    try {
      for (int instance = 0; instance < MOST_INSTANCES; instance++) {
        Path path = directory.resolve(application).resolve("instance-" + instance);
        Files.createDirectories(path);
        Optional<StateDirectory> taken = lock(path);
        if (taken.isPresent()) {
          keepOnlyStatesOf(input, taken.get());
          return taken.get();
        }
      }
    } catch (IOException e) {
      throw new JobException(
          "cannot keep states in the directory %s: %s".formatted(directory, e), e);
    }
    throw new JobException(
        "the directory %s is in use by %d instances of %s"
            .formatted(directory, MOST_INSTANCES, application));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
      return;
    }
  }

  private static void keepOnlyStatesOf(String input, StateDirectory taken) throws IOException {
    try {
      Path said = taken.path.resolve(INPUT);
      if (Files.exists(said) && Files.readString(said).equals(input)) {
        return;
      }
      if (deleteStates(taken.path)) {
        LOG.info("States of another input deleted: directory={}", taken.path);
      }
      Files.writeString(said, input);
    } catch (IOException e) {
      taken.close();
      throw e;
    }
  }

  /** The note about the input goes first: what is left after a failure is nobody's. */
  private static boolean deleteStates(Path path) throws IOException {
    Files.deleteIfExists(path.resolve(INPUT));
    List<Path> states;
    try (Stream<Path> all = Files.walk(path)) {
      states =
          all.filter(it -> !it.equals(path) && !it.endsWith(LOCK))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (Path state : states) {
      Files.delete(state);
    }
    return !states.isEmpty();
  }

  private static Optional<StateDirectory> lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new StateDirectory(path, channel));
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // As good as held by another one.
    }
    channel.close();
    return Optional.empty();
  }
}
