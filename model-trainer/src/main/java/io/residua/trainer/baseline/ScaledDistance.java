package io.residua.trainer.baseline;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;

/**
 * The mean of the features' squared z-scores, with scales that outliers hardly stretch: the rule of
 * thumb that looks at each feature alone.
 */
record ScaledDistance(FeatureScaling scaling) implements FittedBaseline {
  static ScaledDistance fit(FeatureMatrix rows) {
    return new ScaledDistance(FeatureScaling.of(rows.width(), rows.values(), rows.observed()));
  }

  @Override
  public double score(float[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double z = (values[i] - scaling.centre()[i]) / scaling.scale()[i];
      sum += z * z;
    }
    return sum / values.length;
  }
}
