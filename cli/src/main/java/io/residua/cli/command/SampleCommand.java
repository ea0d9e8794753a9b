package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.option.AtLeastOne;
import io.residua.cli.option.ModelOption;
import io.residua.cli.option.Output;
import io.residua.detector.bundle.ModelBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws records from a model. */
@Command(
    name = "sample",
    description = {
      "Draw normal records from a model whose latent vectors follow the standard normal",
      "distribution, as those of families variational, importance-weighted, wasserstein,",
      "adversarial and bidirectional do."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua sample --model card-fraud --out drawn.csv",
      "  residua sample --model card-fraud:3 --count 100000 --seed 7 --out drawn.jsonl.gz",
    })
public final class SampleCommand implements Callable<Integer> {
  @Mixin private ModelOption model;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the records go: .csv or .jsonl, each with or without .gz.")
  private Path out;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      converter = AtLeastOne.class,
      description = "How many records (default: ${DEFAULT-VALUE}).")
  private long count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same records (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private Output output;

  @Override
  public Integer call() throws IOException, CommandFailure {
    ModelBundle bundle = model.models().read(model.name());
    RecordSampler sampler = RecordSampler.of(bundle, model.name().toString(), seed);
    sampler.notes().forEach(output::note);
    sampler.write(count, out);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("out", out.toString());
    fields.put("model", bundle.definition().name() + ":" + bundle.version());
    fields.put("seed", seed);
    fields.put("rows", count);
    output.result(fields, "drew %,d records into %s".formatted(count, out));
    return 0;
  }
}
