package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;

/**
 * @param posterior what a record's latent vector depends on
 */
record AdversarialSettings(Posterior posterior) {
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
    return new AdversarialSettings(Lower.constant(Posterior.class, settings.word("posterior")));
  }
}
