package io.residua.benchmarks.quality;

import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.UnusableDataException;
import io.residua.trainer.baseline.Baseline;
import io.residua.trainer.baseline.FittedBaseline;
import io.residua.trainer.data.DataException;
import io.residua.trainer.evaluate.Ranking;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fits a baseline to one data set, with the features that models get, and ranks the test rows. */
final class BaselineRun {
  private BaselineRun() {}

  static QualityRow of(Dataset dataset, Baseline baseline, long seed, Optional<String> time)
      throws DataException, QualityException {
    LabelledTable table = LabelledTable.read(dataset, "undercomplete", seed, time);
    FeaturePipeline features = features(dataset, table);
    long start = System.nanoTime();
    FittedBaseline fitted = baseline.fit(matrix(features, table.train()), seed);
    double seconds = (System.nanoTime() - start) / 1e9;
    double[] scores = fitted.scores(matrix(features, table.test()));
    return new QualityRow(
        dataset.name(),
        baseline.id(),
        seed,
        table.train().rows(),
        table.test().rows(),
        features.width(),
        Ranking.aucRoc(scores, table.testLabels()),
        Ranking.averagePrecision(scores, table.testLabels()),
        Double.NaN,
        Double.NaN,
        seconds,
        Double.NaN);
  }

  private static FeaturePipeline features(Dataset dataset, LabelledTable table)
      throws QualityException {
    try {
      return FeatureFitter.fit(table.definition(), table.train()).pipeline();
    } catch (UnusableDataException e) {
      throw new QualityException(dataset.name() + ": " + e.getMessage());
    }
  }

  private static FeatureMatrix matrix(FeaturePipeline features, EventTable rows) {
    return FeatureMatrix.of(features, rows, IntStream.range(0, rows.rows()).toArray());
  }
}
