package io.residua.trainer;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.baseline.Baseline;
import io.residua.trainer.baseline.FittedBaseline;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.trial.AreaDifference;
import io.residua.trainer.trial.Trial;
import io.residua.trainer.trial.TrialRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model beside the baselines that were fitted to its training rows, on anomalies that none of
 * them was fitted to: labelled ones where there are enough, else synthetic ones. Synthetic ones are
 * for people to see; only by labelled ones does a baseline beat a model, where it is better at them
 * in every third of the rows and by more than chance.
 */
final class BaselineComparison {
  /** The name of the line that says what the others measure. */
  static final String MEASURE = "AUCROC on";

  /** Of the training; nearest neighbours among more would take longer than many a training. */
  private static final int MOST_ROWS = 5_000;

  private static final int MOST_VALUES = 500_000;

  private BaselineComparison() {}

  /**
   * @param model fitted to {@code training} and judged by {@code heldOut}
   * @param judges rows by which the model was not chosen
   */
  static Comparison of(
      FittedPart model, FeatureMatrix training, FeatureMatrix heldOut, Judges judges, long seed) {
    FeatureMatrix fitted = sample(training);
    FeatureScaling scaling = FeatureScaling.of(fitted.width(), fitted.values(), fitted.observed());
    TrialRows rows = TrialRows.of(heldOut, judges.heldOut(), scaling, judges.anomalies(), seed);
    Trial own = model.trial("model", rows);
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(MEASURE, rows.words());
    lines.put("model", own.line(rows.kinds()));
    Optional<Trial> best = Optional.empty();
    for (Baseline baseline : Baseline.values()) {
      Trial trial = trial(baseline, fitted, rows, seed);
      lines.put(baseline.id(), trial.line(rows.kinds()));
      boolean better = best.isEmpty() || trial.area() > best.get().area();
      if (better && beats(trial, own, rows)) {
        best = Optional.of(trial);
      }
    }
    return new Comparison(
        lines, best.map(baseline -> sentence(baseline, own, rows)), Optional.empty());
  }

  private static boolean beats(Trial baseline, Trial own, TrialRows rows) {
    return rows.labelled()
        && baseline.beats(own)
        && AreaDifference.isClear(
            baseline.area(), own.area(), rows.matrices().get(1).rows(), rows.normalRows().length);
  }

  /** Evenly spread, in their order. */
  private static FeatureMatrix sample(FeatureMatrix training) {
    int most = Math.min(MOST_ROWS, Math.max(2, MOST_VALUES / training.width()));
    int rows = Math.min(most, training.rows());
    return training.select(
        IntStream.range(0, rows).map(i -> (int) ((long) i * training.rows() / rows)).toArray());
  }

  private static String sentence(Trial baseline, Trial own, TrialRows rows) {
    return "%s finds %s better than the model: AUCROC %.3f, the model's is %.3f"
        .formatted(baseline.name(), rows.words(), baseline.area(), own.area());
  }

  private static Trial trial(Baseline baseline, FeatureMatrix training, TrialRows rows, long seed) {
    FittedBaseline fitted = baseline.fit(training, seed);
    List<double[]> scores = rows.matrices().stream().map(fitted::scores).toList();
    return new Trial(baseline.id(), TrialRows.areas(scores), Optional.empty());
  }
}
