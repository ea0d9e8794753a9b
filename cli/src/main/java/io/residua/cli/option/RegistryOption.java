package io.residua.cli.option;

import io.residua.detector.registry.DirectoryRegistry;
import io.residua.detector.registry.ModelRegistry;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where models are published. */
public final class RegistryOption {
  @Option(
      names = "--registry",
      paramLabel = "DIR",
      defaultValue = "models",
      description = "Folder of published models (default: ${DEFAULT-VALUE}).")
  private Path directory;

  public Path directory() {
    return directory;
  }

  public ModelRegistry open() {
    return new DirectoryRegistry(directory);
  }
}
