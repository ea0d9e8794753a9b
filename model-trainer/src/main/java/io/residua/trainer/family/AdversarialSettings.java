package io.residua.trainer.family;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.FamilySettings;
import java.util.OptionalInt;

/**
 * @param posterior what a record's latent vector depends on
 * @param clusters how many a latent vector has shares in; empty where it has none
 */
record AdversarialSettings(Posterior posterior, OptionalInt clusters) {
  /** What a record's latent vector depends on in training. */
  enum Posterior {
    /** The record alone. */
    DETERMINISTIC,
    /** The record, and normal noise whose size is learned. */
    GAUSSIAN,
    /** The record and noise, by a function that is learned. */
    NOISE
  }

  static AdversarialSettings of(FamilySettings settings) {
    return new AdversarialSettings(
        Lower.constant(Posterior.class, settings.word("posterior")),
        settings.wholeOrNone(Family.CLUSTERS));
  }
}
