package io.residua.benchmarks.quality;

import static java.util.stream.Collectors.joining;

import io.residua.benchmarks.options.LabelledData;
import io.residua.trainer.TrainingRequest;
import io.residua.trainer.baseline.Baseline;
import io.residua.trainer.data.DataException;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Detection quality of autoencoder families on a folder of labelled tables. */
@Command(
    name = "benchmarks/quality",
    mixinStandardHelpOptions = true,
    description = {
      "Trains each family, and fits each baseline, on each table's training rows and evaluates it",
      "on its test rows.",
      "Tables are CSV, Parquet or JSON lines, also compressed. A table's last column is its label,",
      "0 or 1; all others are features, with default settings. Figures are one row per table, method",
      "and seed; tables of the same in Markdown go beside them, to a file that ends in .md."
    })
public final class QualityBenchmark implements Callable<Integer> {
  @Mixin private final LabelledData data = new LabelledData();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = "random",
      description = {
        "random: tables are divided by the files of --splits. ordered: the first half of the",
        "normal rows in file order trains; of more than 50,000 rows, so many take part.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String protocol;

  @Option(
      names = "--splits",
      paramLabel = "DIR",
      description = "Folder of splits: a file of each table's name with columns row and role.")
  private Optional<Path> splits = Optional.empty();

  @Option(
      names = "--least-rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "Leave out tables with fewer rows that train and test. Default: none.")
  private int leastRows;

  @Option(
      names = "--families",
      split = ",",
      paramLabel = "LIST",
      defaultValue = "undercomplete",
      description = {
        "As model.family of a definition; comma-separated. NAME+head has a supervised head, which",
        "needs --labelled. Default: ${DEFAULT-VALUE}."
      })
  private List<String> families;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "As model.trials, for family auto only. Default: none.")
  private Optional<Integer> trials = Optional.empty();

  @Option(
      names = "--baselines",
      split = ",",
      paramLabel = "LIST",
      description =
          "knn, pca, mahalanobis, isolation-forest, z-score; measured beside. Default: none.")
  private List<String> baselines = List.of();

  @Option(
      names = "--labelled",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Take N anomalies of each table, chosen by the seed, out of its test, for all methods alike.",
        "Families with a head are told them, and train it by two thirds. Default: none."
      })
  private int labelled;

  @Option(
      names = {"--seeds", "--seed"},
      split = ",",
      paramLabel = "LIST",
      description = "Seeds of every random choice; all is done once for each. Default: 42.")
  private List<Long> seeds = List.of(TrainingRequest.DEFAULT_SEED);

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
      names = "--budgets",
      paramLabel = "FILE.csv",
      description = {
        "Where to write one row per table, family and budget: how many of the normal test rows",
        "alert, beside how many may."
      })
  private Path budgets;

  private final PrintStream console = System.out;
  private final List<QualityRow> rows = new ArrayList<>();
  private final List<BudgetRow> budgetRows = new ArrayList<>();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new QualityBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      List<Dataset> datasets =
          datasets().stream().map(dataset -> dataset.telling(labelled)).toList();
      List<Baseline> compared = new ArrayList<>();
      for (String name : baselines) {
        compared.add(baseline(name));
      }
      console.println(QualityRow.TABLE_HEADER);
      for (long seed : seeds) {
        for (Baseline baseline : compared) {
          measure(datasets, baseline, seed);
        }
        for (String family : families) {
          measure(datasets, family, seed);
        }
      }
      write();
      return 0;
    } catch (QualityException | DataException | TrainingException e) {
      System.err.println("error: " + e.getMessage());
      return 1;
    }
  }

  private List<Dataset> datasets() throws IOException, QualityException {
    if (protocol.equals("ordered")) {
      return Dataset.in(data.folder());
    }
    if (!protocol.equals("random")) {
      throw new QualityException("--protocol: expected random or ordered, found " + protocol);
    }
    if (splits.isEmpty()) {
      throw new QualityException("--splits: required with the random protocol, but not given");
    }
    return Dataset.in(data.folder(), splits.get());
  }

  private static Baseline baseline(String name) throws QualityException {
    for (Baseline baseline : Baseline.values()) {
      if (baseline.id().equals(name)) {
        return baseline;
      }
    }
    throw new QualityException(
        "--baselines: expected some of %s, found %s"
            .formatted(
                Arrays.stream(Baseline.values()).map(Baseline::id).collect(joining(", ")), name));
  }

  private void measure(List<Dataset> datasets, Baseline baseline, long seed)
      throws DataException, QualityException {
    List<QualityRow> measured = new ArrayList<>();
    for (Dataset dataset : datasets) {
      add(BaselineRun.of(dataset, baseline, seed, time), measured);
    }
    mean(baseline.id(), seed, measured);
  }

  private void measure(List<Dataset> datasets, String family, long seed)
      throws DataException, QualityException, TrainingException {
    List<QualityRow> measured = new ArrayList<>();
    List<BudgetRow> budgeted = new ArrayList<>();
    for (Dataset dataset : datasets) {
      Optional<QualityRun> run =
          QualityRun.of(dataset, family, seed, time, recalibrate, trials, leastRows);
      if (run.isPresent()) {
        add(run.get().row(), measured);
        budgeted.addAll(run.get().budgets());
      }
    }
    mean(family, seed, measured);
    BudgetRow.summary(budgeted).forEach(console::println);
    budgetRows.addAll(budgeted);
  }

  private void add(QualityRow row, List<QualityRow> measured) {
    if (row.trainRows() + row.testRows() >= leastRows) {
      console.println(row.table());
      measured.add(row);
      rows.add(row);
    }
  }

  private void mean(String method, long seed, List<QualityRow> measured) {
    console.println(QualityRow.mean(method, seed, measured).table());
  }

  private void write() throws IOException {
    write(data.out(), QualityRow.CSV_HEADER, rows.stream().map(QualityRow::csv));
    Path out = data.out();
    Path markdown =
        out.resolveSibling(out.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".md");
    Files.write(markdown, QualityMarkdown.of(protocol + " split", rows));
    if (budgets != null) {
      write(budgets, BudgetRow.CSV_HEADER, budgetRows.stream().map(BudgetRow::csv));
    }
  }

  private static void write(Path file, String header, Stream<String> rows) throws IOException {
    Files.write(file, Stream.concat(Stream.of(header), rows).toList());
  }
}
