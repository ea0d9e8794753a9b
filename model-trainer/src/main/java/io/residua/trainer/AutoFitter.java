package io.residua.trainer;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.StandardisedResidual;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.trial.TrialRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Family {@code auto}: trains the autoencoder of an {@link AutoRecipe}, then compares its residual,
 * its prototypes and each combination of them.
 */
final class AutoFitter {
  private final TrainingRequest request;
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;
  private final Judges choosing;
  private final AutoRecipe recipe;
  private final FeatureScaling scaling;

  /** Parameters as those of {@link ModelFitter}. */
  AutoFitter(
      TrainingRequest request,
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      Judges choosing)
      throws TrainingException {
    this.request = request;
    this.spec = spec;
    this.training = training;
    this.heldOut = heldOut;
    this.choosing = choosing;
    this.recipe = AutoRecipe.of(training.width(), spec.maxCost());
    this.scaling = FeatureScaling.of(training.width(), training.values(), training.observed());
  }

  FittedPart fit() throws TrainingException {
    FittedAutoencoder autoencoder = autoencoder();
    TrialRows rows =
        TrialRows.of(heldOut, choosing.heldOut(), scaling, choosing.anomalies(), request.seed());
    ScoreCombinations scores = new ScoreCombinations(autoencoder.network(), fits(), training, rows);
    return ModelFitter.scored(autoencoder, scores.chosen(), training, heldOut)
        .compared(new Comparison(scores.lines(), Optional.empty()));
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

  /** Of the residual, then of each kind of prototypes. */
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
}
