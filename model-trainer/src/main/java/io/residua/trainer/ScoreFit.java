package io.residua.trainer;

import io.residua.detector.score.PrototypeFitter;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.ResidualScoreFitter;
import io.residua.trainer.matrix.FeatureMatrix;

/** How one score is fitted to rows. */
sealed interface ScoreFit {
  /** The score of these rows; those of a network's residual want rows that are new to it. */
  ResidualScore fit(Reconstructions rows);

  /** A score of the network's residual alone. */
  record OfResidual(ResidualKind kind) implements ScoreFit {
    @Override
    public ResidualScore fit(Reconstructions rows) {
      return ResidualScoreFitter.fit(
          kind, rows.width(), rows.inputs().values(), rows.outputs(), rows.inputs().observed());
    }
  }

  /** A score that is known. */
  record Known(ResidualScore score) implements ScoreFit {
    @Override
    public ResidualScore fit(Reconstructions rows) {
      return score;
    }
  }

  /**
   * Prototypes of the rows, whatever a network makes of them.
   *
   * @param whitened whether they are whitened
   * @param count how many at most
   * @param scale one above 0 a feature
   */
  record OfPrototypes(boolean whitened, int count, float[] scale, long seed) implements ScoreFit {
    @Override
    public ResidualScore fit(Reconstructions rows) {
      FeatureMatrix inputs = rows.inputs();
      int width = inputs.width();
      return whitened
          ? PrototypeFitter.whitened(width, inputs.values(), inputs.observed(), scale, count, seed)
          : PrototypeFitter.plain(width, inputs.values(), inputs.observed(), scale, count, seed);
    }
  }
}
