package io.residua.cli.command;

import io.residua.cli.model.Models;
import io.residua.cli.option.Output;
import io.residua.cli.option.RegistryOption;
import io.residua.detector.registry.ModelReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists every published model. */
@Command(
    name = "list",
    description = "List every published model.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {"  residua models list", "  residua models list --registry models --json"})
public final class ModelsListCommand implements Callable<Integer> {
  @Mixin private RegistryOption registry;
  @Mixin private Output output;

  @Override
  public Integer call() throws IOException {
    List<ModelReference> models = new Models(registry.directory()).all();
    output.result(
        Map.of(
            "models",
            models.stream()
                .map(model -> Map.of("detector", model.detector(), "version", model.version()))
                .toList()),
        models.isEmpty()
            ? "no models in " + registry.directory()
            : models.stream().map(ModelReference::toString).collect(Collectors.joining("\n")));
    return 0;
  }
}
