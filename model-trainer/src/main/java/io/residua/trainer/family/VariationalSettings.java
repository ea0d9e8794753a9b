package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;

/**
 * @param beta weight of the divergence from the prior, above 0; 1 is the evidence lower bound
 */
record VariationalSettings(double beta) {
  static VariationalSettings of(FamilySettings settings) {
    return new VariationalSettings(settings.number("beta"));
  }
}
