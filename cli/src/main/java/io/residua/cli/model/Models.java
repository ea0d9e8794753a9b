package io.residua.cli.model;

import io.residua.cli.CommandFailure;
import io.residua.detector.bundle.BundleException;
import io.residua.detector.bundle.BundleFormat;
import io.residua.detector.bundle.BundleReader;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.registry.DirectoryRegistry;
import io.residua.detector.registry.ModelReference;
import io.residua.detector.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds and reads the models that users name. */
public final class Models {
  private final Path directory;
  private final ModelRegistry registry;

  public Models(Path directory) {
    this.directory = directory;
    this.registry = new DirectoryRegistry(directory);
  }

  /**
   * Reads a model and checks all of it.
   *
   * @throws CommandFailure when there is none of this name, or its bundle is broken
   */
  public ModelBundle read(ModelName name) throws CommandFailure, IOException {
    try {
      return BundleReader.read(bytes(name));
    } catch (BundleException broken) {
      throw new CommandFailure(
          "model %s cannot be used: %s".formatted(name, broken.getMessage()), broken);
    }
  }

  /** A model's bundle, unverified. */
  public byte[] bytes(ModelName name) throws CommandFailure, IOException {
    if (name instanceof ModelName.File file) {
      return bytes(file.path());
    }
    return registry.fetch(find((ModelName.Published) name));
  }

  /** Every published model, by detector and then from old to new. */
  public List<ModelReference> all() throws IOException {
    List<ModelReference> all = new ArrayList<>();
    for (String detector : registry.detectors()) {
      all.addAll(registry.versions(detector));
    }
    return List.copyOf(all);
  }

  private ModelReference find(ModelName.Published name) throws CommandFailure, IOException {
    List<ModelReference> versions = registry.versions(name.detector());
    if (versions.isEmpty()) {
      throw new CommandFailure(
          "there is no model of %s in %s; it has models of %s"
              .formatted(name.detector(), directory, listed(registry.detectors())));
    }
    return registry
        .find(name.detector(), name.version())
        .orElseThrow(
            () ->
                new CommandFailure(
                    "there is no %s in %s; it has versions %s"
                        .formatted(
                            name,
                            directory,
                            listed(versions.stream().map(ModelReference::version).toList()))));
  }

  private static byte[] bytes(Path file) throws CommandFailure, IOException {
    long size = Files.size(file);
    if (size > BundleFormat.MOST_BYTES) {
      throw new CommandFailure(
          "expected a bundle of at most %,d bytes, found %,d in %s"
              .formatted(BundleFormat.MOST_BYTES, size, file));
    }
    return Files.readAllBytes(file);
  }

  private static String listed(List<?> things) {
    return things.isEmpty()
        ? "nothing"
        : things.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
