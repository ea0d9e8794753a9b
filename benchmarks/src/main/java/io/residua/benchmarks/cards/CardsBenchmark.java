package io.residua.benchmarks.cards;

import io.residua.benchmarks.options.LabelledData;
import io.residua.detector.Detector;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.trainer.ModelTrainer;
import io.residua.trainer.TrainingRequest;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Detection quality on simulated card payments, beside each card's own z-score. */
@Command(
    name = "benchmarks/cards",
    mixinStandardHelpOptions = true,
    description = {
      "Trains one model on the payments up to 30 June 2018, frauds among them, lets July follow",
      "and compares each payment's score with its label. Labels are used for nothing else.",
      "The baseline is the z-score of the amount's logarithm against the card's earlier payments.",
      "The folder holds " + CardsData.FILE_NAME + "."
    })
public final class CardsBenchmark implements Callable<Integer> {
  @Mixin private final LabelledData data = new LabelledData();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
  private long seed = TrainingRequest.DEFAULT_SEED;

  private final String yaml;

  CardsBenchmark(String yaml) {
    this.yaml = yaml;
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CardsBenchmark(CardsDefinition.YAML)).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      CardsRow row = judge(CardsData.in(data.folder()));
      row.table().forEach(System.out::println);
      System.out.printf(Locale.ROOT, "average precision, model over baseline: %.3f%n", row.ratio());
      System.out.println(
          "Published card precision is of other data, with 5,000 customers: not to be compared.");
      Files.write(data.out(), List.of(CardsRow.csvHeader(), row.csv()));
      return 0;
    } catch (CardsException | DataException | DefinitionException | TrainingException e) {
      System.err.println("error: " + e.getMessage());
      return 1;
    }
  }

  private CardsRow judge(CardsData payments)
      throws DefinitionException, DataException, CardsException, TrainingException {
    DetectorDefinition definition = DefinitionParser.parse(yaml, Path.of("."));
    Detector detector = train(definition, payments.training(definition));
    double[] model = ModelScores.of(detector, payments.july(definition).events());
    double[] allOwn = OwnDeviation.scores(payments.amounts().events());
    double[] own = Arrays.copyOfRange(allOwn, allOwn.length - model.length, allOwn.length);
    DataTable frauds = payments.frauds();
    return new CardsRow(
        seed,
        model.length,
        Quality.fraudsByScenario(frauds),
        Quality.of(model, frauds),
        Quality.of(own, frauds),
        Quality.possible(frauds));
  }

  private Detector train(DetectorDefinition definition, DataTable table) throws TrainingException {
    long start = System.nanoTime();
    Detector detector =
        new Detector(
            ModelTrainer.train(TrainingRequest.of(definition, table).withSeed(seed)).bundle(1));
    System.out.printf(
        Locale.ROOT,
        "%,d payments, %d features, seed %d, trained in %.0f s%n",
        table.events().rows(),
        detector.model().features().width(),
        seed,
        (System.nanoTime() - start) / 1e9);
    return detector;
  }
}
