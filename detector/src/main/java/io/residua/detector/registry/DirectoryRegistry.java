package io.residua.detector.registry;

import io.residua.detector.bundle.BundleException;
import io.residua.detector.bundle.BundleFormat;
import io.residua.detector.definition.DetectorDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A registry in a directory: {@code DIRECTORY/<detector>/<detector>-<version>.residua}. Safe for
 * several threads and processes, as long as the file system creates and renames files atomically.
 *
 * <p>Publishing claims a version, drafts the bundle, writes it beside its place and moves it there.
 * A failure before the move publishes nothing and gives the version back; a crash leaves a version
 * unused and at most a file that no reader looks at.
 */
public final class DirectoryRegistry implements ModelRegistry {
  private final Path directory;

  /**
   * @param directory made at the first publishing; one that does not exist has no models
   */
  public DirectoryRegistry(Path directory) {
    this.directory = directory;
  }

  @Override
  public ModelReference publish(String detector, BundleDraft draft) throws IOException {
    ModelReference.requireName(detector);
    try {
      DetectorDirectory models = new DetectorDirectory(directory.resolve(detector), detector);
      return new ModelReference(detector, models.publish(draft));
    } catch (BundleException | IOException e) {
      throw new IOException(
          "cannot publish %s in %s: %s; nothing was published"
              .formatted(detector, directory, FileFault.of(e)),
          e);
    }
  }

  @Override
  public List<String> detectors() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path child : children()) {
      String name = child.getFileName().toString();
      if (DetectorDefinition.isName(name) && !versions(name).isEmpty()) {
        found.add(name);
      }
    }
    found.sort(Comparator.naturalOrder());
    return List.copyOf(found);
  }

  @Override
  public List<ModelReference> versions(String detector) throws IOException {
    ModelReference.requireName(detector);
    return new DetectorDirectory(directory.resolve(detector), detector)
        .versions().stream().map(version -> new ModelReference(detector, version)).toList();
  }

  @Override
  public Optional<ModelReference> find(String detector, Optional<Integer> version)
      throws IOException {
    List<ModelReference> versions = versions(detector);
    if (version.isPresent()) {
      return versions.stream().filter(model -> model.version() == version.get()).findFirst();
    }
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  @Override
  public byte[] fetch(ModelReference model) throws IOException {
    DetectorDirectory models =
        new DetectorDirectory(directory.resolve(model.detector()), model.detector());
    try {
      return models.read(model.version(), BundleFormat.MOST_BYTES);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "%s is not in %s, which has versions %s of it"
              .formatted(model, directory, models.versions()),
          e);
    }
  }

  private List<Path> children() throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
