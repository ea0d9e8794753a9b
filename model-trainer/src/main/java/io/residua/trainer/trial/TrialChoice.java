package io.residua.trainer.trial;

import java.util.List;
import java.util.Optional;

/**
 * Which of some candidates takes the recipe's place.
 *
 * @param winner empty where the recipe stays
 * @param why a sentence
 */
public record TrialChoice(Optional<TrialFigures> winner, String why) {

  /**
   * By labelled anomalies: the candidate that finds them best, where it does so beyond doubt, which
   * is in every third of the rows and by more than chance ({@link AreaDifference}).
   *
   * @param candidates with figures of labelled anomalies, as the recipe
   * @param rows that these are of
   */
  public static TrialChoice byLabels(
      TrialFigures recipe, List<TrialFigures> candidates, TrialRows rows) {
    Trial own = recipe.labelled().orElseThrow();
    int anomalies = rows.anomalies().get(0).rows();
    int normal = rows.normalRows().length;
    TrialFigures best = null;
    for (TrialFigures candidate : candidates) {
      Trial trial = candidate.labelled().orElseThrow();
      boolean clear =
          trial.beats(own) && AreaDifference.isClear(trial.area(), own.area(), anomalies, normal);
      if (clear && (best == null || trial.area() > best.labelled().orElseThrow().area())) {
        best = candidate;
      }
    }
    String beyondDoubt = "in every third of the rows and by two standard errors";
    return best == null
        ? new TrialChoice(
            Optional.empty(),
            "the recipe stays: no candidate finds %s better %s"
                .formatted(rows.words(), beyondDoubt))
        : new TrialChoice(
            Optional.of(best),
            "%s wins: it finds %s better than the recipe %s, AUCROC %.3f beside %.3f"
                .formatted(
                    best.words(),
                    rows.words(),
                    beyondDoubt,
                    best.labelled().orElseThrow().area(),
                    own.area()));
  }

  /**
   * Without labels: a candidate that is better in all that can be measured, at every kind of
   * synthetic anomalies in every third of the rows, in stability, and not worse in its held-out
   * error.
   */
  public static TrialChoice withoutLabels(TrialFigures recipe, List<TrialFigures> candidates) {
    TrialFigures best = null;
    for (TrialFigures candidate : candidates) {
      boolean better = best == null || candidate.synthetic().area() > best.synthetic().area();
      if (dominates(candidate, recipe) && better) {
        best = candidate;
      }
    }
    return best == null
        ? new TrialChoice(
            Optional.empty(),
            "the recipe stays: no candidate is better in stability and at every kind of synthetic"
                + " anomalies, and as good in its held-out error")
        : new TrialChoice(
            Optional.of(best),
            best.words()
                + " wins: it is better than the recipe in stability and at every kind of synthetic"
                + " anomalies in every third of the rows, and as good in its held-out error");
  }

  private static boolean dominates(TrialFigures candidate, TrialFigures recipe) {
    double[][] areas = candidate.synthetic().areas();
    double[][] own = recipe.synthetic().areas();
    for (int fold = 0; fold < areas.length; fold++) {
      for (int kind = 0; kind < areas[fold].length; kind++) {
        if (areas[fold][kind] <= own[fold][kind]) {
          return false;
        }
      }
    }
    return candidate.stability() > recipe.stability() && candidate.error() <= recipe.error();
  }
}
