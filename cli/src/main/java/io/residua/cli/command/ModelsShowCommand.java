package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.model.ModelDescription;
import io.residua.cli.model.ModelName;
import io.residua.cli.model.Models;
import io.residua.cli.option.Output;
import io.residua.cli.option.RegistryOption;
import io.residua.detector.bundle.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a model is and where it comes from. */
@Command(
    name = "show",
    description = "Show what a model is, how it was trained and when it alerts.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua models show card-fraud",
      "  residua models show card-fraud:3 --report report.html",
    })
public final class ModelsShowCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "MODEL",
      converter = ModelName.Converter.class,
      description = "DETECTOR for its newest version, DETECTOR:VERSION, or a bundle's file.")
  private ModelName name;

  @Mixin private RegistryOption registry;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write the training report, one HTML page, to this file.")
  private Optional<Path> report;

  @Mixin private Output output;

  @Override
  public Integer call() throws IOException, CommandFailure {
    ModelBundle model = new Models(registry.directory()).read(name);
    if (report.isPresent()) {
      Files.writeString(report.get(), model.report());
    }
    ModelDescription description = new ModelDescription(model);
    output.result(description.fields(), description.text());
    return 0;
  }
}
