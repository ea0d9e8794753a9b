package io.residua.trainer;

import io.residua.detector.network.Network;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.ResidualScore;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.trial.Trial;
import io.residua.trainer.trial.TrialRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of an {@link AutoRecipe} in every combination, compared.
 *
 * <p>The recipe's own combination stays, unless another one finds the labelled anomalies of the
 * training data better beyond doubt. Synthetic ones are compared for people to see, but do not
 * choose: on labelled tables, the choice that they made was worse than none.
 */
final class ScoreCombinations {
  private static final List<String> PARTS =
      List.of("residual", "prototypes", "whitened prototypes");

  private final TrialRows rows;
  private final List<List<Integer>> candidates;
  private final List<Trial> trials;
  private final int chosen;

  /**
   * @param network the recipe's
   * @param fits of its scores: of the residual, then of each kind of prototypes
   * @param training rows to fit the scores to
   * @param rows to compare them on
   */
  ScoreCombinations(Network network, List<ScoreFit> fits, FeatureMatrix training, TrialRows rows) {
    this.rows = rows;
    this.candidates = candidates(fits.size());
    this.trials = trials(network, fits, training);
    this.chosen = rows.labelled() ? best() : 0;
  }

  /** Which of the scores were chosen, in order. */
  List<Integer> chosen() {
    return candidates.get(chosen);
  }

  Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(rows.labelled() ? "chosen on" : BaselineComparison.MEASURE, rows.words());
    for (int i = 0; i < trials.size(); i++) {
      String mark = i == chosen ? "; chosen" : "";
      lines.put(trials.get(i).name(), trials.get(i).line(rows.kinds()) + mark);
    }
    lines.put("why", why());
    return lines;
  }

  /** Every choice among the parts, all of them first. */
  private static List<List<Integer>> candidates(int parts) {
    List<List<Integer>> candidates = new ArrayList<>();
    for (int bits = (1 << parts) - 1; bits > 0; bits--) {
      List<Integer> candidate = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        if ((bits & 1 << part) != 0) {
          candidate.add(part);
        }
      }
      candidates.add(candidate);
    }
    return candidates;
  }

  private List<Trial> trials(Network network, List<ScoreFit> fits, FeatureMatrix training) {
    Reconstructions known = Reconstructions.withoutNetwork(training);
    List<Reconstructions> judged =
        rows.matrices().stream().map(matrix -> Reconstructions.of(network, matrix)).toList();
    List<ResidualScore> scores = fits.stream().map(fit -> fit.fit(network, known)).toList();
    List<List<double[]>> values =
        scores.stream()
            .map(score -> judged.stream().map(made -> made.scores(score)).toList())
            .toList();
    List<Trial> trials = new ArrayList<>();
    for (List<Integer> candidate : candidates) {
      long cost = network.multiplyAdds();
      List<String> names = new ArrayList<>();
      for (int part : candidate) {
        cost += scores.get(part).multiplyAdds();
        names.add(PARTS.get(part));
      }
      double[][] areas = TrialRows.areas(combined(candidate.stream().map(values::get).toList()));
      trials.add(new Trial(String.join(" × ", names), areas, Optional.of(cost)));
    }
    return trials;
  }

  /** Scores of the normal rows, then of each kind of anomaly. */
  private static List<double[]> combined(List<List<double[]>> parts) {
    double[] medians =
        parts.stream().mapToDouble(part -> HeldOutScores.typical(part.get(0))).toArray();
    List<double[]> combined = new ArrayList<>();
    for (int i = 0; i < parts.get(0).size(); i++) {
      int matrix = i;
      combined.add(
          CombinedScore.combine(parts.stream().map(part -> part.get(matrix)).toList(), medians));
    }
    return combined;
  }

  /** The best of those that beat the first one; the first one where none does. */
  private int best() {
    int best = 0;
    for (int i = 1; i < trials.size(); i++) {
      boolean better = best == 0 || trials.get(i).area() > trials.get(best).area();
      best = trials.get(i).beats(trials.get(0)) && better ? i : best;
    }
    return best;
  }

  private String why() {
    if (!rows.labelled()) {
      return "without labels, all parts stay: synthetic anomalies do not tell which ones will come";
    }
    return chosen == 0
        ? "no other combination finds the labelled anomalies better in every third of the rows"
        : trials.get(chosen).name()
            + " finds the labelled anomalies better than all parts together, in every third of the"
            + " rows";
  }
}
