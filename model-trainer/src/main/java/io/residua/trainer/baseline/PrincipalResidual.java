package io.residua.trainer.baseline;

import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.PrincipalSubspace;

/** What the principal components that explain 90 % of the variance leave over of a row. */
record PrincipalResidual(PrincipalSubspace subspace) implements FittedBaseline {
  static PrincipalResidual fit(FeatureMatrix rows) {
    return new PrincipalResidual(PrincipalSubspace.of(rows));
  }

  @Override
  public double score(float[] values) {
    return subspace.squaredDistance(values);
  }
}
