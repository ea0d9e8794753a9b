package io.residua.trainer.baseline;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Locale;

/** The baselines, by the names that reports and benchmarks show. */
public enum Baseline {
  /** {@link NearestNeighbours}. */
  KNN,
  /** {@link PrincipalResidual}. */
  PCA,
  /** {@link MahalanobisDistance}. */
  MAHALANOBIS,
  /** {@link IsolationForest}. */
  ISOLATION_FOREST,
  /** {@link ScaledDistance}. */
  Z_SCORE;

  /** The name: lower case, with a hyphen. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Fits it to normal rows.
   *
   * @param rows at least two
   * @param seed of random choices; most baselines make none
   */
  public FittedBaseline fit(FeatureMatrix rows, long seed) {
    return switch (this) {
      case KNN -> NearestNeighbours.fit(rows, seed);
      case PCA -> PrincipalResidual.fit(rows);
      case MAHALANOBIS -> MahalanobisDistance.fit(rows);
      case ISOLATION_FOREST -> IsolationForest.fit(rows, seed);
      case Z_SCORE -> ScaledDistance.fit(rows);
    };
  }
}
