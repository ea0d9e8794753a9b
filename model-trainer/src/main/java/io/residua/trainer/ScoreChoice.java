package io.residua.trainer;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.ModelSpec.ScoreKind;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.WhitenedResidual;
import io.residua.trainer.train.TrainingException;
import java.util.Optional;

/** Which score a model gets: the definition's, else the one that suits its features. */
final class ScoreChoice {
  private ScoreChoice() {}

  /**
   * Whitened where nothing is said. A sequence is standardised: the residuals of neighbouring steps
   * are nearly one, and whitening would look at little else than their differences.
   *
   * @param width how many features
   * @throws TrainingException when they are too many for the score that the definition asks for
   */
  static ResidualKind of(DetectorDefinition definition, int width) throws TrainingException {
    Optional<ScoreKind> wanted = definition.model().score();
    boolean narrow = width <= WhitenedResidual.MOST_FEATURES;
    if (wanted.equals(Optional.of(ScoreKind.WHITENED)) && !narrow) {
      throw new TrainingException(
          "score whitened: expected at most %d features, found %d; use standardised"
              .formatted(WhitenedResidual.MOST_FEATURES, width));
    }
    if (wanted.isPresent()) {
      return ResidualKind.valueOf(wanted.get().name());
    }
    boolean sequence = definition.keyed().stream().anyMatch(KeyedSpec.Earlier.class::isInstance);
    return narrow && !sequence ? ResidualKind.WHITENED : ResidualKind.STANDARDISED;
  }
}
