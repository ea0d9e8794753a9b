package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Family;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Accuracies of {@link LatentClassification} beside the published ones. */
final class ClassificationTable {
  /** The paper names the best of several mixing probabilities, and not which one it was. */
  private static final List<Variant> VARIANTS =
      List.of(
          Variant.of(Family.UNDERCOMPLETE),
          Variant.of(Family.SAME_CLASS),
          Variant.of(Family.SAME_CLASS).with(Family.MIXING, "0.5"),
          Variant.of(Family.ANY_CLASS),
          Variant.of(Family.ANY_CLASS).with(Family.MIXING, "0.5"));

  /** Of the paper's tables 1 and 3, in the order of the variants. */
  private static final double[] PUBLISHED_DIGITS = {0.85, 0.97, 0.97, 0.90, 0.90};

  private static final double[] PUBLISHED_TUMOURS = {0.96, 0.97, 0.97, 0.98, 0.98};

  private ClassificationTable() {}

  static String of(Setting setting) throws IOException, TrainingException {
    StringBuilder table =
        new StringBuilder("| data | family | accuracy | published |\n|---|---|---|---|\n");
    digits(setting, table);
    tumours(setting, table);
    return table.toString();
  }

  private static void digits(Setting setting, StringBuilder table)
      throws IOException, TrainingException {
    FeatureMatrix images = DigitImages.read(setting.mnist(), "train", setting.size(10_000, 60_000));
    LatentClassification experiment =
        new LatentClassification(images, setting.size(5, 10), 20, setting.seed());
    Networks networks = new Networks(List.of(256, 128), 32, setting.size(1_500, 6_000), 256, false);
    String data = "MNIST, %,d images".formatted(images.rows());
    rows(experiment, networks, data, PUBLISHED_DIGITS, table);
  }

  private static void tumours(Setting setting, StringBuilder table)
      throws IOException, TrainingException {
    FeatureMatrix cells = TumourCells.read(setting.data());
    LatentClassification experiment = new LatentClassification(cells, 10, 100, setting.seed());
    Networks networks = new Networks(List.of(64), 8, 2_000, 128, true);
    String data = "WDBC, %,d rows".formatted(cells.rows());
    rows(experiment, networks, data, PUBLISHED_TUMOURS, table);
  }

  private static void rows(
      LatentClassification experiment,
      Networks networks,
      String data,
      double[] published,
      StringBuilder table)
      throws TrainingException {
    for (int i = 0; i < VARIANTS.size(); i++) {
      double[] accuracies = experiment.accuracies(VARIANTS.get(i), networks);
      double mean = Arrays.stream(accuracies).average().orElseThrow();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.3f ± %.3f | %.2f |%n",
              data,
              VARIANTS.get(i).name(),
              mean,
              halfInterval(accuracies, mean),
              published[i]));
    }
  }

  /** Half of the 95 % interval of the mean, by the parts' standard deviation. */
  private static double halfInterval(double[] values, double mean) {
    double variance =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
            / (values.length - 1);
    return 1.96 * Math.sqrt(variance / values.length);
  }
}
