package io.residua.cli.command;

import io.residua.cli.Part;
import io.residua.cli.option.DataOptions;
import io.residua.cli.option.ModelOption;
import io.residua.cli.option.Output;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores a file. */
@Command(
    name = "score",
    description = {
      "Score data with the very detector that scores a stream. The file gets all columns of the",
      "data and score, p_value, severity, anomaly, top_fields, embedding and reject."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua score --model card-fraud --data july.csv.gz --out scored.parquet",
      "  residua score --model card-fraud:3 --data july.parquet --out scored.csv --where \"amount>0\"",
    })
public final class ScoreCommand implements Callable<Integer> {
  @Mixin private ModelOption model;
  @Mixin private DataOptions data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the rows go: CSV, Parquet or JSON lines, as its name ends.")
  private Path out;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Part.TRAINER.require();
    FileScoring.run(model.models().read(model.name()), Selections.of(data), out, output);
    return 0;
  }
}
