package io.residua.benchmarks.series;

import io.residua.benchmarks.options.LabelledData;
import io.residua.detector.Detector;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.trainer.ModelTrainer;
import io.residua.trainer.TrainedModel;
import io.residua.trainer.TrainingRequest;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataTable;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Detection quality of one model on a folder of labelled time series. */
@Command(
    name = "benchmarks/series",
    mixinStandardHelpOptions = true,
    description = {
      "Trains one model on the training rows of all keys, then lets each key's test rows follow",
      "and compares every row's score with its label. Labels are used for nothing else.",
      "The folder holds KEY_train.csv.gz and KEY_test.csv.gz: columns key, t (row number), metrics,",
      "label (0 or 1); and, where culprits are known, KEY_interpretation_label.txt."
    })
public final class SeriesBenchmark implements Callable<Integer> {
  @Mixin private final LabelledData data = new LabelledData();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed = TrainingRequest.DEFAULT_SEED;

  @Option(
      names = "--definition",
      paramLabel = "FILE",
      description = {
        "A definition to use, with input.key: key and input.time: t.",
        "Default: the last 20 rows of all metrics."
      })
  private Optional<Path> definition = Optional.empty();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SeriesBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      List<SeriesFiles> keys = SeriesFiles.in(data.folder());
      List<String> metrics = SeriesTables.metrics(keys.get(0));
      Detector detector = train(keys, definition(metrics));
      System.out.println(SeriesRow.TABLE_HEADER);
      List<SeriesRow> rows = new ArrayList<>();
      for (SeriesFiles key : keys) {
        rows.add(judge(detector, key, metrics));
        System.out.println(rows.get(rows.size() - 1).table());
      }
      System.out.println(SeriesRow.all(rows).table());
      Files.write(
          data.out(),
          Stream.concat(Stream.of(SeriesRow.CSV_HEADER), rows.stream().map(SeriesRow::csv))
              .toList());
      return 0;
    } catch (SeriesException | DataException | DefinitionException | TrainingException e) {
      System.err.println("error: " + e.getMessage());
      return 1;
    }
  }

  private DetectorDefinition definition(List<String> metrics)
      throws DefinitionException, IOException {
    return definition.isPresent()
        ? DefinitionParser.parse(definition.get())
        : SeriesDefinition.of(metrics);
  }

  private Detector train(List<SeriesFiles> keys, DetectorDefinition wanted)
      throws DataException, SeriesException, TrainingException {
    PrintStream console = System.out;
    long start = System.nanoTime();
    DataTable table = SeriesTables.train(keys, wanted);
    TrainedModel model = ModelTrainer.train(TrainingRequest.of(wanted, table).withSeed(seed));
    Detector detector = new Detector(model.bundle(1));
    console.printf(
        "one model of %d keys, %,d rows, %,d features, seed %d, trained in %.0f s to step %,d; 1 in"
            + " %,.0f may alert%n",
        keys.size(),
        table.events().rows(),
        detector.model().features().width(),
        seed,
        (System.nanoTime() - start) / 1e9,
        model.history().bestStep(),
        1 / detector.significance());
    return detector;
  }

  private static SeriesRow judge(Detector detector, SeriesFiles key, List<String> metrics)
      throws DataException, SeriesException, IOException {
    DataTable test = SeriesTables.test(key, detector.definition());
    boolean[] labels = test.labels().orElseThrow();
    SeriesScores scores = SeriesScores.of(detector, test.events(), RowRange.of(labels, 2));
    List<CulpritLabels> culprits =
        key.culprits().isPresent() ? CulpritLabels.read(key.culprits().get(), metrics) : List.of();
    return SeriesRow.of(
        key.key(), labels, scores, CulpritHits.of(scores.shares(), culprits, metrics.size()));
  }
}
