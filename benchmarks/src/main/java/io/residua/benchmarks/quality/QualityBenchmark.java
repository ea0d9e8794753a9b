package io.residua.benchmarks.quality;

import io.residua.trainer.TrainingRequest;
import io.residua.trainer.data.DataException;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Detection quality of autoencoder families on a folder of labelled tables. */
@Command(
    name = "benchmarks/quality",
    mixinStandardHelpOptions = true,
    description = {
      "Trains each family on each table's training rows and evaluates it on its test rows.",
      "A table's last column is its label, 0 or 1; all others are features, with default settings."
    })
public final class QualityBenchmark implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of tables: CSV, Parquet or JSON lines, also compressed.")
  private Path data;

  @Option(
      names = "--splits",
      required = true,
      paramLabel = "DIR",
      description = "Folder of splits: a file of each table's name with columns row and role.")
  private Path splits;

  @Option(
      names = "--families",
      split = ",",
      paramLabel = "LIST",
      defaultValue = "undercomplete",
      description =
          "linear, undercomplete, denoising, auto; comma-separated. Default: ${DEFAULT-VALUE}.")
  private List<String> families;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed = TrainingRequest.DEFAULT_SEED;

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = {
        "A column with the event time, which is then no feature: training holds out the newest",
        "rows. Default: no time, rows are held out at random."
      })
  private Optional<String> time = Optional.empty();

  @Option(
      names = "--recalibrate",
      paramLabel = "N",
      description = {
        "Let p-values of test rows follow drift over N of them, for the budgets only.",
        "Default: they do not."
      })
  private Optional<Integer> recalibrate = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "Where to write one row per table and family.")
  private Path out;

  @Option(
      names = "--budgets",
      paramLabel = "FILE.csv",
      description = {
        "Where to write one row per table, family and budget: how many of the normal test rows",
        "alert, beside how many may."
      })
  private Path budgets;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new QualityBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    PrintStream console = System.out;
    List<QualityRun> all = new ArrayList<>();
    try {
      List<Dataset> datasets = Dataset.in(data, splits);
      console.println(QualityRow.TABLE_HEADER);
      for (String family : families) {
        List<QualityRun> runs = new ArrayList<>();
        for (Dataset dataset : datasets) {
          QualityRun run = QualityRun.of(dataset, family, seed, time, recalibrate);
          console.println(run.row().table());
          runs.add(run);
        }
        List<QualityRow> rows = runs.stream().map(QualityRun::row).toList();
        console.println(QualityRow.mean(family, seed, rows).table());
        BudgetRow.summary(budgetRows(runs)).forEach(console::println);
        all.addAll(runs);
      }
      write(all);
      return 0;
    } catch (QualityException | DataException | TrainingException e) {
      System.err.println("error: " + e.getMessage());
      return 1;
    }
  }

  private void write(List<QualityRun> runs) throws IOException {
    write(out, QualityRow.CSV_HEADER, runs.stream().map(run -> run.row().csv()));
    if (budgets != null) {
      write(budgets, BudgetRow.CSV_HEADER, budgetRows(runs).stream().map(BudgetRow::csv));
    }
  }

  private static List<BudgetRow> budgetRows(List<QualityRun> runs) {
    return runs.stream().flatMap(run -> run.budgets().stream()).toList();
  }

  private static void write(Path file, String header, Stream<String> rows) throws IOException {
    Files.write(file, Stream.concat(Stream.of(header), rows).toList());
  }
}
