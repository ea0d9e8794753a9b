package io.residua.trainer.family;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.FamilySettings;

/**
 * Settings of family {@code mixture}.
 *
 * @param components K, of the mixture
 * @param energyWeight λ₁
 * @param covarianceWeight λ₂
 */
record MixtureSettings(int components, double energyWeight, double covarianceWeight) {
  static MixtureSettings of(FamilySettings settings) {
    return new MixtureSettings(
        settings.whole(Family.COMPONENTS),
        settings.number("energy-weight"),
        settings.number("covariance-weight"));
  }
}
