package io.residua.cli.command;

import io.residua.cli.Part;
import io.residua.cli.demo.DemoOptions;
import io.residua.cli.demo.DemoRun;
import io.residua.cli.option.Output;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows everything at once. */
@Command(
    name = "demo",
    description = {
      "Watch anomalies being caught: start a broker, train, run the job, play a stream, and judge",
      "the alerts. Without data of your own, on simulated card transactions."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  residua demo",
      "  residua demo --data ../shared/data/demo --json",
      "  residua demo --keep demo --seed 7",
    })
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Folder with one *_train and one *_test file (CSV, JSON lines or Parquet), and perhaps an",
        "*_incidents file with columns key, t_from and t_to that judges the alerts. t is a column",
        "of the test file. Without it, column label judges."
      })
  private Optional<Path> data;

  @Option(
      names = "--detector",
      paramLabel = "FILE",
      description = "The detector definition (default: one suggested from the training data).")
  private Optional<Path> detector;

  @Option(names = "--headless", description = "Plain lines, no progress bar.")
  private boolean headless;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of simulation and training (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Keep data, definition, model and topics in this folder.")
  private Optional<Path> keep;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Part.TRAINER.require();
    Part.BROKER.require();
    DemoRun.run(new DemoOptions(data, detector, !headless, seed, keep), output);
    return 0;
  }
}
