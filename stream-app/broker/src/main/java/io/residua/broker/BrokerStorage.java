package io.residua.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory of a broker, locked against other brokers; deleted on close when temporary. */
final class BrokerStorage implements AutoCloseable {
  static final String LOCK = "residua-broker.lock";

  private final Path directory;
  private final boolean temporary;
  private final FileChannel lock;

  private BrokerStorage(Path directory, boolean temporary, FileChannel lock) {
    this.directory = directory;
    this.temporary = temporary;
    this.lock = lock;
  }

  static BrokerStorage open(Optional<Path> wanted) throws BrokerException {
    Path directory = wanted.isPresent() ? create(wanted.get()) : createTemporary();
    return new BrokerStorage(directory, wanted.isEmpty(), lock(directory));
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    try {
      lock.close();
      if (temporary) {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path create(Path directory) throws BrokerException {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      return Files.createDirectories(absolute);
    } catch (IOException e) {
      throw new BrokerException(
          "cannot create the data directory " + absolute + ": " + reason(e), e);
    }
  }

  private static Path createTemporary() throws BrokerException {
    try {
      return Files.createTempDirectory("residua-broker-");
    } catch (IOException e) {
      throw new BrokerException("cannot create a temporary data directory: " + reason(e), e);
    }
  }

  private static FileChannel lock(Path directory) throws BrokerException {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
      channel.close();
      throw new BrokerException("another broker uses the data directory " + directory);
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
      throw new BrokerException("another broker uses the data directory " + directory, e);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new BrokerException(
          "cannot write to the data directory " + directory + ": " + reason(e), e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
