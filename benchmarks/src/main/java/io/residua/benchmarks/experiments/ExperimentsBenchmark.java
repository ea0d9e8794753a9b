package io.residua.benchmarks.experiments;

import io.residua.trainer.TrainingRequest;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The papers' experiments, one after the other. */
@Command(
    name = "benchmarks/experiments",
    mixinStandardHelpOptions = true,
    description = {
      "Repeats experiments of the papers that autoencoder families come from, and writes what came",
      "out beside what they published, in Markdown, with pictures in a folder beside it.",
      "The data are the original MNIST files (idx, gzipped) in DIR/mnist, and",
      "DIR/tabular/wdbc_full.csv.gz with the class in its last column."
    })
public final class ExperimentsBenchmark implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder.")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.md",
      description = "Where to write the results; pictures go to a folder of the same name.")
  private Path out;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "LIST",
      description = "${COMPLETION-CANDIDATES}; comma-separated. Default: all.")
  private Set<Experiment> only = EnumSet.allOf(Experiment.class);

  @Option(
      names = "--full",
      description = {
        "All images and the papers' sizes of networks, for hours.",
        "Default: fewer images and smaller networks, for minutes."
      })
  private boolean full;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed = TrainingRequest.DEFAULT_SEED;

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new ExperimentsBenchmark());
    System.exit(line.setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      Setting setting = new Setting(data, pictures(), full, seed);
      StringBuilder text = new StringBuilder();
      for (Experiment experiment : only) {
        System.out.println(experiment.title() + "…");
        long start = System.nanoTime();
        String section = experiment.run(setting);
        System.out.printf("%s%nin %.0f s%n%n", section, (System.nanoTime() - start) / 1e9);
        text.append("## ").append(experiment.title()).append("\n\n").append(section).append('\n');
      }
      Files.writeString(out, text.toString());
      return 0;
    } catch (IOException | TrainingException e) {
      System.err.println("error: " + e.getMessage());
      return 1;
    }
  }

  private Path pictures() {
    String name = out.getFileName().toString().replaceFirst("\\.md$", "");
    return out.toAbsolutePath().resolveSibling(name);
  }
}
