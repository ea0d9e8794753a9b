package io.residua.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo's folder: deleted on close, unless it is to be kept. */
final class Workspace implements AutoCloseable {
  private final Path folder;
  private final boolean kept;

  private Workspace(Path folder, boolean kept) {
    this.folder = folder;
    this.kept = kept;
  }

  static Workspace open(Optional<Path> keep) throws IOException {
    if (keep.isPresent()) {
      return new Workspace(Files.createDirectories(keep.get()), true);
    }
    return new Workspace(Files.createTempDirectory("residua-demo-"), false);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path models() {
    return folder.resolve("models");
  }

  Path broker() {
    return folder.resolve("kafka");
  }

  Path states() {
    return folder.resolve("states");
  }

  Path folder() {
    return folder;
  }

  boolean kept() {
    return kept;
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      List<Path> deepestFirst;
      try (Stream<Path> all = Files.walk(folder)) {
        deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
