package io.residua.trainer;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.Family;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.ModelSpec.ScoreKind;
import io.residua.detector.score.FeatureScaling;
import io.residua.detector.score.LatentDensity;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.WhitenedResidual;
import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which score a model gets: the definition's, else the one that suits its features. */
final class ScoreChoice {
  /** As many as keep the quality of all rows' nearest neighbours on tables of any size. */
  static final int PROTOTYPES = 256;

  /** As many as DAGMM has at most; those that no row needs are dropped. */
  private static final int COMPONENTS = 4;

  /** Each at four levels: sixteen runs of the network. */
  private static final int NOISE_VECTORS = 4;

  /** Each runs the decoder once. */
  private static final int POSTERIOR_SAMPLES = 10;

  private ScoreChoice() {}

  /**
   * How the score is fitted; several are to be combined.
   *
   * @throws TrainingException when there are too many features for the score that the definition
   *     asks for
   */
  static List<ScoreFit> of(DetectorDefinition definition, FeatureMatrix training, long seed)
      throws TrainingException {
    int width = training.width();
    Optional<ScoreKind> wanted = definition.model().score();
    if (wanted.equals(Optional.of(ScoreKind.COMBINED))) {
      List<ScoreFit> parts = new ArrayList<>();
      parts.add(fit(suitable(definition, width), definition, training, seed));
      parts.add(prototypes(false, training, seed));
      if (width <= WhitenedResidual.MOST_FEATURES) {
        parts.add(prototypes(true, training, seed));
      }
      return parts;
    }
    return List.of(fit(of(definition, width), definition, training, seed));
  }

  private static ScoreFit fit(
      ResidualKind kind, DetectorDefinition definition, FeatureMatrix training, long seed)
      throws TrainingException {
    return switch (kind) {
      case PROTOTYPES -> prototypes(false, training, seed);
      case WHITENED_PROTOTYPES -> prototypes(true, training, seed);
      case LATENT_DENSITY -> latentDensity(definition, training, seed);
      case MULTI_SCALE -> multiScale(training, seed);
      case RECONSTRUCTION_PROBABILITY ->
          new ScoreFit.OfReconstructionProbability(List.of(), POSTERIOR_SAMPLES, seed);
      default -> new ScoreFit.OfResidual(kind);
    };
  }

  private static ScoreFit latentDensity(
      DetectorDefinition definition, FeatureMatrix training, long seed) throws TrainingException {
    int latent = AutoencoderPlan.of(definition.model(), training).latent();
    if (latent > LatentDensity.MOST_LATENT) {
      throw new TrainingException(
          ("score latent-density: expected a latent vector of at most %d numbers, found %d; set"
                  + " model.latent")
              .formatted(LatentDensity.MOST_LATENT, latent));
    }
    boolean mixture = definition.model().family() == Family.MIXTURE;
    int components = mixture ? definition.model().settings().whole(Family.COMPONENTS) : COMPONENTS;
    return new ScoreFit.OfLatentDensity(components, seed);
  }

  private static ScoreFit multiScale(FeatureMatrix training, long seed) {
    FeatureScaling scaling =
        FeatureScaling.of(training.width(), training.values(), training.observed());
    return new ScoreFit.OfMultiScale(scaling.scale(), NOISE_VECTORS, seed);
  }

  private static ScoreFit prototypes(boolean whitened, FeatureMatrix training, long seed) {
    FeatureScaling scaling =
        FeatureScaling.of(training.width(), training.values(), training.observed());
    return new ScoreFit.OfPrototypes(whitened, PROTOTYPES, scaling.scale(), seed);
  }

  /** One score's kind. */
  static ResidualKind of(DetectorDefinition definition, int width) throws TrainingException {
    Optional<ScoreKind> wanted = definition.model().score();
    boolean whitens =
        wanted.equals(Optional.of(ScoreKind.WHITENED))
            || wanted.equals(Optional.of(ScoreKind.WHITENED_PROTOTYPES));
    if (whitens && width > WhitenedResidual.MOST_FEATURES) {
      ResidualKind kind = ResidualKind.valueOf(wanted.get().name());
      throw new TrainingException(
          "score %s: expected at most %d features, found %d; use %s"
              .formatted(
                  kind.id(),
                  WhitenedResidual.MOST_FEATURES,
                  width,
                  kind == ResidualKind.WHITENED ? "standardised" : "prototypes"));
    }
    return wanted.isPresent()
        ? ResidualKind.valueOf(wanted.get().name())
        : suitable(definition, width);
  }

  private static ResidualKind suitable(DetectorDefinition definition, int width) {
    return suitable(definition, definition.model().family(), width);
  }

  /**
   * Whitened where nothing is said. A sequence is standardised: the residuals of neighbouring steps
   * are nearly one, and whitening would look at little else than their differences. So is what a
   * network makes of a mean: the residual is the record's deviation, of which the standardised mean
   * of squares is the squared z-score that such a training tends to; whitened, it would be the
   * Mahalanobis distance, for which no network has to be trained. A mixture is trained to find
   * normal records likely, and how likely is its score. So it is of an autoregressive network,
   * where the standardised mean of squares is twice the negative logarithm of a record's density,
   * to a constant; residuals are those of conditional means, and have no correlations left to
   * whiten.
   */
  static ResidualKind suitable(DetectorDefinition definition, Family family, int width) {
    if (family == Family.AUTOREGRESSIVE) {
      return ResidualKind.STANDARDISED;
    }
    if (family == Family.MIXTURE) {
      return ResidualKind.LATENT_DENSITY;
    }
    boolean narrow = width <= WhitenedResidual.MOST_FEATURES;
    boolean sequence = definition.keyed().stream().anyMatch(KeyedSpec.Earlier.class::isInstance);
    return narrow && !sequence && !family.reconstructsMeans()
        ? ResidualKind.WHITENED
        : ResidualKind.STANDARDISED;
  }
}
