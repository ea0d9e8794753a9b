package io.residua.trainer;

import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import io.residua.trainer.trial.RankCorrelation;
import io.residua.trainer.trial.TrialBudget;
import io.residua.trainer.trial.TrialChoice;
import io.residua.trainer.trial.TrialColumns;
import io.residua.trainer.trial.TrialFigures;
import io.residua.trainer.trial.TrialRows;
import io.residua.trainer.trial.TrialTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries contenders beside a recipe, as far as a budget goes, and takes the best. Each is trained
 * with two seeds: the first one's network is what may be taken, the second one's tells how much the
 * scores depend on luck. The same seed and number of trials give the same choice.
 */
final class Trials {
  private final TrainingListener listener;
  private final long seed;
  private final FeatureScaling scaling;
  private final TrialBudget budget;
  private final TrialRows synthetic;
  private final Optional<TrialRows> labelled;
  private final TrialColumns columns;
  private final List<List<String>> lines = new ArrayList<>();
  private final List<Tried> tried = new ArrayList<>();

  /**
   * @param heldOut normal rows that stopped the training
   * @param choosing which of them, and which labelled anomalies, may choose
   * @param scaling of the features, for synthetic anomalies and the held-out error
   */
  Trials(
      TrainingRequest request,
      FeatureMatrix heldOut,
      Judges choosing,
      FeatureScaling scaling,
      TrialBudget budget) {
    this.listener = request.listener();
    this.seed = request.seed();
    this.scaling = scaling;
    this.budget = budget;
    this.synthetic =
        TrialRows.of(heldOut, choosing.heldOut(), scaling, Optional.empty(), request.seed());
    this.labelled =
        choosing
            .anomalies()
            .map(
                anomalies ->
                    TrialRows.of(
                        heldOut,
                        choosing.heldOut(),
                        scaling,
                        Optional.of(anomalies),
                        request.seed()));
    this.columns = new TrialColumns(synthetic.kinds(), labelled.isPresent());
  }

  /**
   * @param recipe the contender that stays unless another one is better
   * @param candidates to try, in this order
   * @return what was taken, with the table of all
   * @throws TrainingException when the recipe cannot be trained, with either seed
   */
  FittedPart best(Contender recipe, Iterator<Contender> candidates) throws TrainingException {
    double begun = budget.seconds();
    Map<String, FittedPart> first = recipe.fit(seed, listener);
    FittedPart own = first.values().iterator().next();
    if (!budget.allows(0)) {
      listener.message(budget.overAtOnce());
      return own;
    }
    listener.row(columns.line(columns.names()));
    Map<String, FittedPart> second = recipe.fit(seed + 1, TrainingListener.SILENT);
    compare(recipe, first, second, budget.seconds() - begun);
    int done = 0;
    while (budget.allows(done) && candidates.hasNext()) {
      attempt(candidates.next());
      done++;
    }
    return chosen(done);
  }

  private void attempt(Contender contender) {
    double begun = budget.seconds();
    try {
      TrainingListener named = new NamedListener(contender.name(), listener);
      Map<String, FittedPart> first = contender.fit(seed, named);
      Map<String, FittedPart> second = contender.fit(seed + 1, TrainingListener.SILENT);
      compare(contender, first, second, budget.seconds() - begun);
    } catch (TrainingException e) {
      show(columns.failed(contender.name(), e.getMessage()));
    }
  }

  /** The figures of each score. */
  private void compare(
      Contender contender,
      Map<String, FittedPart> first,
      Map<String, FittedPart> second,
      double seconds) {
    for (Map.Entry<String, FittedPart> entry : first.entrySet()) {
      FittedPart part = entry.getValue();
      List<double[]> scores = part.scores(synthetic);
      TrialFigures figures =
          new TrialFigures(
              contender.name(),
              entry.getKey(),
              part.heldOut().unexplained(scaling),
              stability(scores, second.get(entry.getKey())),
              part.trial(contender.name(), synthetic),
              labelled.map(rows -> part.trial(contender.name(), rows)),
              part.multiplyAdds(),
              seconds);
      tried.add(new Tried(figures, part));
      show(columns.cells(figures));
    }
  }

  private void show(List<String> cells) {
    lines.add(cells);
    listener.row(columns.line(cells));
  }

  /**
   * @param second null where prototypes of another seed were more, and too dear
   */
  private double stability(List<double[]> scores, FittedPart second) {
    return second == null
        ? Double.NaN
        : RankCorrelation.of(joined(scores), joined(second.scores(synthetic)));
  }

  private static double[] joined(List<double[]> scores) {
    return scores.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private FittedPart chosen(int done) {
    TrialFigures recipe = tried.get(0).figures();
    List<TrialFigures> others =
        tried.subList(1, tried.size()).stream().map(Tried::figures).toList();
    TrialChoice choice =
        labelled
            .map(rows -> TrialChoice.byLabels(recipe, others, rows))
            .orElseGet(() -> TrialChoice.withoutLabels(recipe, others));
    Tried winner =
        choice
            .winner()
            .flatMap(figures -> tried.stream().filter(it -> it.figures() == figures).findFirst())
            .orElse(tried.get(0));
    String sentence = "%s (%,d tried, %s)".formatted(choice.why(), done, budget.ended(done));
    TrialTable table = new TrialTable(columns.names(), lines, sentence);
    Comparison comparison = tried.get(0).part().comparison().and(Comparison.of(table));
    return winner.part().with(comparison);
  }

  /** A part with what came out. */
  private record Tried(TrialFigures figures, FittedPart part) {}
}
