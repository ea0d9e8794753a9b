package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.model.ModelName;
import io.residua.cli.model.Models;
import io.residua.cli.option.Output;
import io.residua.cli.option.RegistryOption;
import io.residua.detector.bundle.ModelBundle;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a model's bundle as a job does before it uses it. */
@Command(
    name = "verify",
    description = {
      "Check a model as a job does before it uses it: every checksum, every shape,",
      "and that its golden records still get the scores they got in training."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua models verify card-fraud",
      "  residua models verify downloads/card-fraud-3.residua",
    })
public final class ModelsVerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "MODEL",
      converter = ModelName.Converter.class,
      description = "DETECTOR for its newest version, DETECTOR:VERSION, or a bundle's file.")
  private ModelName name;

  @Mixin private RegistryOption registry;
  @Mixin private Output output;

  @Override
  public Integer call() throws IOException, CommandFailure {
    ModelBundle model = new Models(registry.directory()).read(name);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("detector", model.definition().name());
    fields.put("version", model.version());
    fields.put("valid", true);
    fields.put("golden_records", model.golden().size());
    output.result(
        fields,
        "%s:%d is whole: checksums, shapes and %d golden records agree"
            .formatted(model.definition().name(), model.version(), model.golden().size()));
    return 0;
  }
}
