package io.residua.trainer;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.StandardisedResidual;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Family {@code auto}: trains the autoencoder of an {@link AutoRecipe}, then compares its residual,
 * its prototypes and each combination of them.
 *
 * <p>The recipe's own combination stays, unless another one finds the labelled anomalies of the
 * training data better beyond doubt. Synthetic ones are compared for people to see, but do not
 * choose: on labelled tables, the choice that they made was worse than none.
 */
final class AutoFitter {
  private static final List<String> PARTS =
      List.of("residual", "prototypes", "whitened prototypes");

  private final TrainingRequest request;
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;
  private final Optional<FeatureMatrix> anomalies;
  private final AutoRecipe recipe;
  private final FeatureScaling scaling;

  /** Parameters as those of {@link ModelFitter}. */
  AutoFitter(
      TrainingRequest request,
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      Optional<FeatureMatrix> anomalies)
      throws TrainingException {
    this.request = request;
    this.spec = spec;
    this.training = training;
    this.heldOut = heldOut;
    this.anomalies = anomalies;
    this.recipe = AutoRecipe.of(training.width(), spec.maxCost());
    this.scaling = FeatureScaling.of(training.width(), training.values(), training.observed());
  }

  FittedPart fit() throws TrainingException {
    FittedAutoencoder autoencoder = autoencoder();
    List<ScoreFit> fits = fits();
    List<List<Integer>> candidates = candidates(fits.size());
    TrialRows rows = TrialRows.of(heldOut, scaling, anomalies, request.seed());
    List<Trial> trials = trials(autoencoder.network(), fits, candidates, rows);
    int chosen = rows.labelled() ? chosen(trials) : 0;
    List<ScoreFit> parts = candidates.get(chosen).stream().map(fits::get).toList();
    return ModelFitter.scored(autoencoder, parts, training, heldOut)
        .compared(new Comparison(lines(rows, trials, chosen), Optional.empty()));
  }

  private Map<String, String> lines(TrialRows rows, List<Trial> trials, int chosen) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(BaselineComparison.MEASURE, rows.words());
    for (int i = 0; i < trials.size(); i++) {
      String mark = i == chosen ? "; chosen" : "";
      lines.put(trials.get(i).name(), trials.get(i).line(rows.kinds()) + mark);
    }
    lines.put("why", why(rows, trials, chosen));
    return lines;
  }

  private FittedAutoencoder autoencoder() throws TrainingException {
    FittedAutoencoder scaled =
        AutoencoderFitter.fit(
            recipe.autoencoder(spec),
            ScaledNetwork.scaled(training, scaling),
            ScaledNetwork.scaled(heldOut, scaling),
            request.seed(),
            request.listener());
    Network network = ScaledNetwork.unscaled(scaled.network(), scaling);
    Map<String, String> settings = new TreeMap<>(scaled.settings());
    settings.put("family", "auto");
    settings.put("prototypes", String.valueOf(recipe.prototypes()));
    return new FittedAutoencoder(network, scaled.history(), settings);
  }

  /** In the order of {@link #PARTS}. */
  private List<ScoreFit> fits() {
    List<ScoreFit> fits = new ArrayList<>();
    fits.add(new ScoreFit.Known(new StandardisedResidual(scaling.scale())));
    fits.add(
        new ScoreFit.OfPrototypes(false, recipe.prototypes(), scaling.scale(), request.seed()));
    if (recipe.whitened()) {
      fits.add(
          new ScoreFit.OfPrototypes(true, recipe.prototypes(), scaling.scale(), request.seed()));
    }
    return fits;
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

  private List<Trial> trials(
      Network network, List<ScoreFit> fits, List<List<Integer>> candidates, TrialRows rows) {

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
  private static int chosen(List<Trial> trials) {
    int chosen = 0;
    for (int i = 1; i < trials.size(); i++) {
      boolean better = chosen == 0 || trials.get(i).area() > trials.get(chosen).area();
      chosen = trials.get(i).beats(trials.get(0)) && better ? i : chosen;
    }
    return chosen;
  }

  private static String why(TrialRows rows, List<Trial> trials, int chosen) {
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
