package io.residua.cli.command;

import io.residua.cli.Part;
import io.residua.cli.option.DataOptions;
import io.residua.cli.option.Output;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Suggests a first definition. */
@Command(
    name = "suggest",
    description =
        "Suggest a first detector definition, with a comment on every column of the data.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua suggest --data cards.csv.gz --detector card-fraud --out card-fraud.yaml",
      "  residua suggest --data cards.csv.gz --topic transactions",
    })
public final class SuggestCommand implements Callable<Integer> {
  @Mixin private DataOptions data;

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      description = "The detector's name (default: the file's).")
  private Optional<String> detector;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "The topic that the detector reads (default: the detector's name).")
  private Optional<String> topic;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the definition goes (default: standard output).")
  private Optional<Path> out;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Part.TRAINER.require();
    DefinitionSuggestion.run(Selections.of(data), detector, topic, out, output);
    return 0;
  }
}
