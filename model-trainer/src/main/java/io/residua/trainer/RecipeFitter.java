package io.residua.trainer;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.StandardisedResidual;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import io.residua.trainer.trial.TrialRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits an {@link AutoRecipe}: its autoencoder, then the combination of its residual and prototypes
 * that {@link ScoreCombinations} takes. That is settled by the first fit; those with other seeds
 * have the same.
 */
final class RecipeFitter implements Contender {
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;
  private final FeatureScaling scaling;
  private final AutoRecipe recipe;
  private final TrialRows rows;
  private Optional<List<Integer>> combination = Optional.empty();

  /**
   * @param spec of family auto
   * @param scaling of the features, in which the network is trained
   * @param rows by which the combination is chosen
   */
  RecipeFitter(
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      FeatureScaling scaling,
      AutoRecipe recipe,
      TrialRows rows) {
    this.spec = spec;
    this.training = training;
    this.heldOut = heldOut;
    this.scaling = scaling;
    this.recipe = recipe;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "recipe";
  }

  @Override
  public Map<String, FittedPart> fit(long seed, TrainingListener listener)
      throws TrainingException {
    FittedAutoencoder autoencoder = autoencoder(seed, listener);
    List<ScoreFit> fits = fits(seed);
    Comparison comparison = Comparison.NONE;
    if (combination.isEmpty()) {
      ScoreCombinations scores = new ScoreCombinations(autoencoder.network(), fits, training, rows);
      combination = Optional.of(scores.chosen());
      comparison = new Comparison(scores.lines(), Optional.empty(), Optional.empty());
    }
    List<ScoreFit> chosen = combination.get().stream().map(fits::get).toList();
    String name = chosen.size() == fits.size() ? CandidateFitter.COMBINED : "chosen";
    FittedPart part = ModelFitter.scored(autoencoder, chosen, training, heldOut);
    return Map.of(name, part.compared(comparison));
  }

  private FittedAutoencoder autoencoder(long seed, TrainingListener listener)
      throws TrainingException {
    FittedAutoencoder fitted =
        ScaledNetwork.fit(recipe.autoencoder(spec), training, heldOut, scaling, seed, listener);
    Map<String, String> settings = new TreeMap<>(fitted.settings());
    settings.put("family", "auto");
    settings.put("prototypes", String.valueOf(recipe.prototypes()));
    return new FittedAutoencoder(fitted.network(), fitted.history(), settings);
  }

  /** Of the residual, then of each kind of prototypes. */
  private List<ScoreFit> fits(long seed) {
    List<ScoreFit> fits = new ArrayList<>();
    fits.add(new ScoreFit.Known(new StandardisedResidual(scaling.scale())));
    fits.addAll(recipe.prototypeFits(scaling, seed));
    return fits;
  }
}
