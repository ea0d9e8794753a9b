package io.residua.cli.option;

import io.residua.cli.model.ModelName;
import io.residua.cli.model.Models;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model a command uses, and where it is found. */
public final class ModelOption {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      converter = ModelName.Converter.class,
      description = "DETECTOR for its newest version, DETECTOR:VERSION, or a bundle's file.")
  private ModelName model;

  @Mixin private RegistryOption registry;

  public ModelName name() {
    return model;
  }

  public Models models() {
    return new Models(registry.directory());
  }
}
