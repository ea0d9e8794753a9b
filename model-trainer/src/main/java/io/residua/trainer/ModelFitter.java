package io.residua.trainer;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Family;
import io.residua.detector.network.Network;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.StandardisedResidual;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FeatureMatrix;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits network and score to a matrix of features: the ones that the definition names, or with
 * family {@code auto} those of {@link AutoRecipe}.
 */
final class ModelFitter {
  private final TrainingRequest request;
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;

  /**
   * @param request for its definition, seed and listener
   * @param spec the definition's, or one that differs in its latent width
   * @param training rows to fit to
   * @param heldOut rows that stop the training and give the score's statistics
   */
  ModelFitter(
      TrainingRequest request, ModelSpec spec, FeatureMatrix training, FeatureMatrix heldOut) {
    this.request = request;
    this.spec = spec;
    this.training = training;
    this.heldOut = heldOut;
  }

  /**
   * @throws TrainingException when the loss grows without bound, or the definition asks for what so
   *     many features do not allow
   */
  FittedPart fit() throws TrainingException {
    return spec.family() == Family.AUTO ? auto() : named();
  }

  private FittedPart named() throws TrainingException {
    List<ScoreFit> score = ScoreChoice.of(request.definition(), training, request.seed());
    return scored(
        AutoencoderFitter.fit(spec, training, heldOut, request.seed(), request.listener()), score);
  }

  private FittedPart auto() throws TrainingException {
    AutoRecipe recipe = AutoRecipe.of(training.width(), spec.maxCost());
    FeatureScaling scaling =
        FeatureScaling.of(training.width(), training.values(), training.observed());
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
    return scored(
        new FittedAutoencoder(network, scaled.history(), settings), scores(recipe, scaling));
  }

  private List<ScoreFit> scores(AutoRecipe recipe, FeatureScaling scaling) {
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

  private FittedPart scored(FittedAutoencoder autoencoder, List<ScoreFit> fits) {
    Reconstructions reconstructions = Reconstructions.of(autoencoder.network(), heldOut);
    List<HeldOutScores> scores = new ArrayList<>();
    for (ScoreFit fit : fits) {
      scores.add(HeldOutScores.of(fit, autoencoder.network(), training, reconstructions));
    }
    return new FittedPart(
        autoencoder,
        scores.size() == 1 ? scores.get(0) : HeldOutScores.combined(scores),
        reconstructions);
  }
}
