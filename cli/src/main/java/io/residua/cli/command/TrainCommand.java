package io.residua.cli.command;

import io.residua.cli.Part;
import io.residua.cli.option.DataOptions;
import io.residua.cli.option.Output;
import io.residua.cli.option.RegistryOption;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model and publishes it. */
@Command(
    name = "train",
    description = "Train a model by a definition and publish it as the detector's next version.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua train card-fraud.yaml --data cards.csv.gz --label label",
      "  residua train card-fraud.yaml --data cards.parquet --where \"label=0\" --seed 7",
    })
public final class TrainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DEFINITION", description = "The detector definition, a YAML file.")
  private Path definition;

  @Mixin private DataOptions data;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = {
        "Column that is 1 or true for an anomaly: such rows do not train, they judge the model",
        "in its report. With model.head supervised, two thirds of them train the head."
      })
  private Optional<String> label;

  @Mixin private RegistryOption registry;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      description = "The same seed and data give the same model (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write the training report, one HTML page, to this file.")
  private Optional<Path> report;

  @Option(
      names = "--force",
      description = {
        "Publish the model even where a baseline finds the labelled anomalies better. Its",
        "provenance says so."
      })
  private boolean force;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    DetectorDefinition parsed = DefinitionParser.parse(definition);
    Part.TRAINER.require();
    new Training(parsed, Selections.of(data), label, seed, force)
        .run(registry.open(), registry.directory(), report, output);
    return 0;
  }
}
