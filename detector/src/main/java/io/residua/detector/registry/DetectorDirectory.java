package io.residua.detector.registry;

import io.residua.detector.bundle.BundleException;
import io.residua.detector.registry.ModelRegistry.BundleDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One detector's bundles. An empty file in {@code .versions} for each version ever published claims
 * it: creating a file is atomic, so two publishers never get the same one, and a claim outlives its
 * bundle, so that a deleted version is not given again.
 */
final class DetectorDirectory {
  private static final Pattern CLAIM = Pattern.compile("([1-9][0-9]{0,8})");

  private final Path directory;
  private final Path claims;
  private final String detector;
  private final Pattern bundle;

  DetectorDirectory(Path directory, String detector) {
    this.directory = directory;
    this.claims = directory.resolve(".versions");
    this.detector = detector;
    this.bundle = Pattern.compile(Pattern.quote(detector) + "-([1-9][0-9]{0,8})\\.residua");
  }

  /** Published versions, ascending. */
  List<Integer> versions() throws IOException {
    return numbers(directory, bundle);
  }

  byte[] read(int version, int most) throws IOException {
    Path file = file(version);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("a bundle has at most " + most + " bytes, " + file + " has more");
      }
      return bytes;
    }
  }

  int publish(BundleDraft draft) throws IOException, BundleException {
    int version = claim();
    Path claim = claims.resolve(String.valueOf(version));
    Path written = directory.resolve("." + detector + "-" + version + ".tmp");
    boolean durable = false;
    try {
      write(written, draft.forVersion(version));
      force(claims);
      Files.move(written, file(version), StandardCopyOption.ATOMIC_MOVE);
      force(directory);
      durable = true;
      return version;
    } finally {
      if (!durable) {
        Files.deleteIfExists(written);
        // A version that a reader may have seen is not given again.
        if (!Files.deleteIfExists(file(version))) {
          Files.deleteIfExists(claim);
        }
      }
    }
  }

  private int claim() throws IOException {
    Files.createDirectories(claims);
    int version = 1 + Math.max(newest(claims, CLAIM), newest(directory, bundle));
    while (!claimed(version)) {
      version++;
    }
    return version;
  }

  private boolean claimed(int version) throws IOException {
    Path claim = claims.resolve(String.valueOf(version));
    try {
      Files.createFile(claim);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Makes new names outlive a power cut. Where directories cannot be opened, the system does. */
  private static void force(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private Path file(int version) {
    return directory.resolve(detector + "-" + version + ".residua");
  }

  private static int newest(Path in, Pattern name) throws IOException {
    List<Integer> numbers = numbers(in, name);
    return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
  }

  private static List<Integer> numbers(Path in, Pattern name) throws IOException {
    if (!Files.isDirectory(in)) {
      return List.of();
    }
    List<Integer> numbers = new ArrayList<>();
    try (Stream<Path> files = Files.list(in)) {
      for (Path file : files.toList()) {
        Matcher matcher = name.matcher(file.getFileName().toString());
        if (matcher.matches()) {
          numbers.add(Integer.parseInt(matcher.group(1)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    numbers.sort(null);
    return numbers;
  }
}
