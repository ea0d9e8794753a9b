package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Family;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Errors of {@link DimensionReduction} beside the published ones. */
final class ReductionTable {
  private static final int NUMBERS = 30;

  private ReductionTable() {}

  static String of(Setting setting) throws IOException, TrainingException {
    FeatureMatrix all = DigitImages.read(setting.mnist(), "train", setting.size(20_000, 60_000));
    int training = all.rows() * 9 / 10;
    DimensionReduction experiment =
        new DimensionReduction(
            all.first(training),
            all.select(IntStream.range(training, all.rows()).toArray()),
            DigitImages.read(setting.mnist(), "t10k", setting.size(2_000, 10_000)));
    List<Integer> hidden = setting.full() ? setting.hidden() : List.of(512, 256);
    Networks networks = new Networks(hidden, NUMBERS, setting.size(3_000, 40_000), 256, false);
    double deep = experiment.squaredError(Family.UNDERCOMPLETE, networks, setting.seed());
    double linear =
        experiment.squaredError(
            Family.LINEAR, new Networks(List.of(), NUMBERS, 1, 256, false), setting.seed());
    return String.format(
        Locale.ROOT,
        "| squared error of a test image, %,d training images | here | published |%n|---|---|---|%n"
            + "| autoencoder 784-%s-30 | %.2f | 3.00 (784-1000-500-250-30) |%n"
            + "| principal components | %.2f | 13.87 |%n",
        training,
        String.join("-", hidden.stream().map(String::valueOf).toList()),
        deep,
        linear);
  }
}
