package io.residua.trainer;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.EventTable;
import io.residua.detector.history.ScoreSmoother;
import io.residua.detector.network.Network;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.ResidualScoreFitter;
import io.residua.trainer.train.FeatureMatrix;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A residual score and what it says of the held-out rows, without having seen them: the score is
 * fitted to all of them, but each fifth of them is scored by one that was fitted to the others
 * (cross-conformal prediction, Vovk 2015). A score that judges the very rows its covariance was
 * fitted to finds them too normal, and the threshold would lie too low.
 *
 * <p>Every fifth row is of one fold, so that rows in order of time have their neighbours in the
 * others: what happened only once is part of what was normal, for the score and for its judges.
 *
 * @param score the score
 * @param values one score for each held-out row
 */
record HeldOutScores(ResidualScore score, double[] values) {
  /** Fewer held-out rows for each feature are too few for a covariance: training rows join in. */
  private static final int ROWS_PER_FEATURE = 10;

  private static final int FOLDS = 5;

  /** Fitting takes time by the cube of the width; wider ones are fitted less often. */
  private static final int WIDE = 200;

  private static final int FOLDS_OF_WIDE = 2;

  /**
   * @param kind of the score
   * @param training rows that the network was fitted to
   * @param heldOut what the network makes of the held-out rows, at least one
   */
  static HeldOutScores of(
      ResidualKind kind, Network network, FeatureMatrix training, Reconstructions heldOut) {
    int rows = heldOut.rows();
    boolean enough = rows >= ROWS_PER_FEATURE * heldOut.width();
    FeatureMatrix joining = enough ? training.first(0) : training;
    Reconstructions base = Reconstructions.of(network, joining);
    int folds = Math.min(rows, heldOut.width() > WIDE ? FOLDS_OF_WIDE : FOLDS);
    double[] values = new double[rows];
    for (int i = 0; i < folds; i++) {
      int fold = i;
      int[] judged = rows(rows, row -> row % folds == fold);
      int[] others = rows(rows, row -> row % folds != fold);
      ResidualScore score = fit(kind, base.and(heldOut.select(others)));
      double[] scores = heldOut.select(judged).scores(score);
      for (int j = 0; j < judged.length; j++) {
        values[judged[j]] = scores[j];
      }
    }
    return new HeldOutScores(fit(kind, base.and(heldOut)), values);
  }

  /**
   * As the job will smooth them.
   *
   * @param rows the held-out rows in the table, oldest first
   */
  HeldOutScores smoothed(DetectorDefinition definition, EventTable table, int[] rows) {
    ScoreSmoother smoother = new ScoreSmoother(definition);
    double[] smoothed = new double[values.length];
    for (int i = 0; i < smoothed.length; i++) {
      smoothed[i] = smoother.smooth(table.key(rows[i]), values[i]);
    }
    return new HeldOutScores(score, smoothed);
  }

  private static int[] rows(int rows, IntPredicate chosen) {
    return IntStream.range(0, rows).filter(chosen).toArray();
  }

  private static ResidualScore fit(ResidualKind kind, Reconstructions rows) {
    return ResidualScoreFitter.fit(
        kind, rows.width(), rows.inputs().values(), rows.outputs(), rows.inputs().observed());
  }
}
