package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.Part;
import io.residua.cli.option.Output;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a definition. */
@Command(
    name = "validate",
    description =
        "Check a detector definition, alone or against data, and tell every problem at once.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua validate card-fraud.yaml",
      "  residua validate card-fraud.yaml --data cards.csv.gz",
    })
public final class ValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DEFINITION", description = "The detector definition, a YAML file.")
  private Path definition;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Also check that the fields are in this file and can be fitted.")
  private Optional<Path> data;

  @Mixin private Output output;

  @Override
  public Integer call() throws IOException, CommandFailure {
    ValidationReport report = check();
    report.print(definition, output);
    return report.valid() ? 0 : 1;
  }

  private ValidationReport check() throws IOException, CommandFailure {
    DetectorDefinition parsed;
    try {
      parsed = DefinitionParser.parse(definition);
    } catch (DefinitionException wrong) {
      return ValidationReport.wrong(
          wrong.problems().stream().map(DefinitionException.Problem::toString).toList());
    }
    if (data.isEmpty()) {
      return ValidationReport.right(List.of());
    }
    Part.TRAINER.require();
    return DataValidation.check(parsed, data.get());
  }
}
