package io.residua.trainer;

import io.residua.detector.feature.FeaturePipeline;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of the training data that are labelled as anomalies, as features. */
final class LabelledAnomalies {
  private LabelledAnomalies() {}

  /** Those of which something was observed; empty where nothing is labelled. */
  static Optional<FeatureMatrix> of(TrainingRequest request, FeaturePipeline features) {
    return request
        .labels()
        .map(
            labels ->
                observed(
                    FeatureMatrix.of(
                        features,
                        request.events(),
                        IntStream.range(0, labels.length).filter(row -> labels[row]).toArray())));
  }

  private static FeatureMatrix observed(FeatureMatrix rows) {
    return rows.select(
        IntStream.range(0, rows.rows()).filter(row -> anyObserved(rows, row)).toArray());
  }

  private static boolean anyObserved(FeatureMatrix rows, int row) {
    return IntStream.range(row * rows.width(), (row + 1) * rows.width())
        .anyMatch(at -> rows.observed()[at]);
  }
}
