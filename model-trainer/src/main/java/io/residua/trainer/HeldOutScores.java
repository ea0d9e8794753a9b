package io.residua.trainer;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.EventTable;
import io.residua.detector.history.ScoreSmoother;
import io.residua.detector.network.Layer;
import io.residua.detector.network.LayersRunner;
import io.residua.detector.network.Network;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.ExponentialTail;
import io.residua.detector.score.PrototypeFitter;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.SupervisedScore;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
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
   * @param fit how the score is fitted
   * @param training rows that the network was fitted to
   * @param heldOut what the network makes of the held-out rows, at least one
   */
  static HeldOutScores of(
      ScoreFit fit, Network network, FeatureMatrix training, Reconstructions heldOut) {
    if (fit instanceof ScoreFit.OfPrototypes) {
      return ofPrototypes(fit, network, training, heldOut);
    }
    boolean enough = heldOut.rows() >= ROWS_PER_FEATURE * heldOut.width();
    FeatureMatrix joining = enough ? training.first(0) : training;
    return crossFitted(fit, network, Reconstructions.of(network, joining), heldOut);
  }

  /**
   * Prototypes stand for the rows that they were fitted to, so all training rows join in. Where
   * these are as many as prototypes are ever fitted to, held-out rows would not add to them.
   */
  private static HeldOutScores ofPrototypes(
      ScoreFit fit, Network network, FeatureMatrix training, Reconstructions heldOut) {
    Reconstructions base = Reconstructions.withoutNetwork(training);
    if (training.rows() >= PrototypeFitter.MOST_ROWS) {
      ResidualScore score = fit.fit(network, base);
      return new HeldOutScores(score, heldOut.scores(score));
    }
    return crossFitted(fit, network, base, Reconstructions.withoutNetwork(heldOut.inputs()));
  }

  private static HeldOutScores crossFitted(
      ScoreFit fit, Network network, Reconstructions base, Reconstructions heldOut) {
    int rows = heldOut.rows();
    int folds = Math.min(rows, heldOut.width() > WIDE ? FOLDS_OF_WIDE : FOLDS);
    double[] values = new double[rows];
    for (int i = 0; i < folds; i++) {
      int fold = i;
      int[] judged = rows(rows, row -> row % folds == fold);
      int[] others = rows(rows, row -> row % folds != fold);
      ResidualScore score = fit.fit(network, base.and(heldOut.select(others)));
      double[] scores = heldOut.select(judged).scores(score);
      for (int j = 0; j < judged.length; j++) {
        values[judged[j]] = scores[j];
      }
    }
    return new HeldOutScores(fit.fit(network, base.and(heldOut)), values);
  }

  /**
   * Several scores of the same rows as one.
   *
   * @param scores at least two
   */
  static HeldOutScores combined(List<HeldOutScores> scores) {
    List<CombinedScore.Part> parts =
        scores.stream().map(of -> new CombinedScore.Part(of.score, typical(of.values))).toList();
    double[] medians = parts.stream().mapToDouble(CombinedScore.Part::median).toArray();
    List<double[]> values = scores.stream().map(HeldOutScores::values).toList();
    return new HeldOutScores(new CombinedScore(parts), CombinedScore.combine(values, medians));
  }

  /**
   * These beside a classifier that learned labelled anomalies. The two tails are of all rows: four
   * numbers, which are the same for each.
   *
   * @param head from the latent vector to its log-odds
   * @param heldOut what the network makes of the rows
   */
  HeldOutScores beside(List<Layer> head, Reconstructions heldOut) {
    float[] logOdds = new float[values.length];
    new LayersRunner(head).run(heldOut.latents(), values.length, logOdds);
    double[] logarithms = Arrays.stream(values).map(SupervisedScore::logarithm).toArray();
    double[] odds = IntStream.range(0, logOdds.length).mapToDouble(i -> logOdds[i]).toArray();
    SupervisedScore both =
        new SupervisedScore(score, head, ExponentialTail.of(logarithms), ExponentialTail.of(odds));
    return new HeldOutScores(
        both,
        IntStream.range(0, values.length)
            .mapToDouble(i -> both.combined(values[i], odds[i]))
            .toArray());
  }

  /**
   * The median; the mean where half of the rows or more have score 0, as rows that are often the
   * same do; 1 where all have.
   */
  static double typical(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    double mean = Arrays.stream(values).average().orElseThrow();
    return median > 0 ? median : mean > 0 ? mean : 1;
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
}
