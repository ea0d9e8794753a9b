package io.residua.trainer;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.ResidualKind;
import io.residua.trainer.Candidates.Candidate;
import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.family.Families;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Fits candidates, each with two scores: that of its residual alone, and its geometric mean with
 * those of the recipe's prototypes. Only scores within the definition's bound of multiply-adds are
 * given.
 */
final class CandidateFitter {
  static final String RESIDUAL = "residual";
  static final String COMBINED = "combined";

  private final TrainingRequest request;
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;
  private final FeatureScaling scaling;
  private final AutoRecipe recipe;

  /** Prototypes do not depend on the network; by seed. */
  private final Map<Long, List<HeldOutScores>> prototypes = new HashMap<>();

  /**
   * @param spec of family auto
   * @param scaling of the features, in which the networks are trained
   * @param recipe whose prototypes they share
   */
  CandidateFitter(
      TrainingRequest request,
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      FeatureScaling scaling,
      AutoRecipe recipe) {
    this.request = request;
    this.spec = spec;
    this.training = training;
    this.heldOut = heldOut;
    this.scaling = scaling;
    this.recipe = recipe;
  }

  /** As one to try. */
  Contender contender(Candidate candidate) {
    return new Contender() {
      @Override
      public String name() {
        return candidate.name();
      }

      @Override
      public Map<String, FittedPart> fit(long seed, TrainingListener listener)
          throws TrainingException {
        return parts(candidate, seed, listener);
      }
    };
  }

  /** Whether its network with the cheapest score is within the bound. */
  boolean isAffordable(Candidate candidate) {
    FeatureMatrix scaled = ScaledNetwork.scaled(training, scaling);
    Network untrained =
        Families.of(
                AutoencoderPlan.of(candidate.spec(), scaled),
                scaled,
                new SplittableRandom(request.seed()))
            .network();
    return isAffordable(untrained.multiplyAdds() + residualCost(candidate));
  }

  private boolean isAffordable(long multiplyAdds) {
    return multiplyAdds <= spec.maxCost().orElse(Integer.MAX_VALUE);
  }

  /** As {@code WhitenedResidual} and {@code StandardisedResidual} tell it. */
  private long residualCost(Candidate candidate) {
    long width = training.width();
    return switch (kind(candidate)) {
      case WHITENED -> width * width;
      default -> 2 * width;
    };
  }

  private ResidualKind kind(Candidate candidate) {
    return ScoreChoice.suitable(request.definition(), candidate.spec().family(), training.width());
  }

  private Map<String, FittedPart> parts(Candidate candidate, long seed, TrainingListener listener)
      throws TrainingException {
    FittedAutoencoder autoencoder = autoencoder(candidate, seed, listener);
    Reconstructions reconstructions = Reconstructions.of(autoencoder.network(), heldOut);
    HeldOutScores residual =
        HeldOutScores.of(
            new ScoreFit.OfResidual(kind(candidate)),
            autoencoder.network(),
            training,
            reconstructions);
    Map<String, FittedPart> parts = new LinkedHashMap<>();
    parts.put(RESIDUAL, part(autoencoder, residual, reconstructions));
    List<HeldOutScores> all = new ArrayList<>(List.of(residual));
    all.addAll(prototypes(seed, autoencoder.network(), reconstructions));
    FittedPart combined = part(autoencoder, HeldOutScores.combined(all), reconstructions);
    if (isAffordable(combined.multiplyAdds())) {
      parts.put(COMBINED, combined);
    }
    return parts;
  }

  private static FittedPart part(
      FittedAutoencoder autoencoder, HeldOutScores scores, Reconstructions reconstructions) {
    return new FittedPart(autoencoder, scores, reconstructions, Comparison.NONE);
  }

  private List<HeldOutScores> prototypes(
      long seed, Network network, Reconstructions reconstructions) {
    return prototypes.computeIfAbsent(
        seed,
        key ->
            recipe.prototypeFits(scaling, seed).stream()
                .map(fit -> HeldOutScores.of(fit, network, training, reconstructions))
                .toList());
  }

  private FittedAutoencoder autoencoder(Candidate candidate, long seed, TrainingListener listener)
      throws TrainingException {
    FittedAutoencoder fitted =
        ScaledNetwork.fit(candidate.spec(), training, heldOut, scaling, seed, listener);
    Map<String, String> settings = new TreeMap<>(fitted.settings());
    settings.put("chosen family", settings.put("family", "auto"));
    return new FittedAutoencoder(fitted.network(), fitted.history(), settings);
  }
}
