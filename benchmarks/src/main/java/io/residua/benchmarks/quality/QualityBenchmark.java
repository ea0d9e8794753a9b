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
import java.util.concurrent.Callable;
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
      description = "linear, undercomplete, denoising; comma-separated. Default: ${DEFAULT-VALUE}.")
  private List<String> families;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed = TrainingRequest.DEFAULT_SEED;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "Where to write one row per table and family.")
  private Path out;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new QualityBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    PrintStream console = System.out;
    List<QualityRow> all = new ArrayList<>();
    try {
      List<Dataset> datasets = Dataset.in(data, splits);
      console.println(QualityRow.TABLE_HEADER);
      for (String family : families) {
        List<QualityRow> rows = new ArrayList<>();
        for (Dataset dataset : datasets) {
          QualityRow row = QualityRun.of(dataset, family, seed);
          console.println(row.table());
          rows.add(row);
        }
        console.println(QualityRow.mean(family, seed, rows).table());
        all.addAll(rows);
      }
      write(all);
      return 0;
    } catch (QualityException | DataException | TrainingException e) {
      System.err.println("error: " + e.getMessage());
      return 1;
    }
  }

  private void write(List<QualityRow> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(QualityRow.CSV_HEADER);
    rows.forEach(row -> lines.add(row.csv()));
    Files.write(out, lines);
  }
}
