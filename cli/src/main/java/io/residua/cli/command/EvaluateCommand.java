package io.residua.cli.command;

import io.residua.cli.Part;
import io.residua.cli.option.DataOptions;
import io.residua.cli.option.ModelOption;
import io.residua.cli.option.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how well a model does on labelled data. */
@Command(
    name = "evaluate",
    description = "Say how well a model finds the anomalies of labelled data.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua evaluate --model card-fraud --data test.csv.gz --label label",
      "  residua evaluate --model card-fraud:3 --data test.parquet --label is_fraud --json",
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Mixin private ModelOption model;
  @Mixin private DataOptions data;

  @Option(
      names = "--label",
      required = true,
      paramLabel = "COLUMN",
      description = "Column that is 1 or true for an anomaly, 0 or false for a normal row.")
  private String label;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Part.TRAINER.require();
    LabelledEvaluation.run(model.models().read(model.name()), Selections.of(data), label, output);
    return 0;
  }
}
