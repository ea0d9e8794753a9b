package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;

/**
 * @param divergence how latent vectors are compared with the prior
 * @param weight of it in the loss, above 0: the paper's λ
 */
record WassersteinSettings(Divergence divergence, double weight) {
  /**
   * A discriminator's loss keeps its slope while distributions grow alike, and a mean discrepancy,
   * a difference of squares, does not: with this share one weight suits both.
   */
  private static final double SHARE_OF_FOOLING = 0.1;

  /** How two distributions are compared. */
  enum Divergence {
    MMD,
    DISCRIMINATOR
  }

  static WassersteinSettings of(FamilySettings settings) {
    return new WassersteinSettings(
        Lower.constant(Divergence.class, settings.word("divergence")),
        settings.number("divergence-weight"));
  }

  /** Weight of fooling a discriminator, which is to the loss what {@link #weight} is. */
  double weightOfFooling() {
    return SHARE_OF_FOOLING * weight;
  }
}
