package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;

/**
 * @param samples of the posterior for each record, at least 1
 */
record ImportanceWeightedSettings(int samples) {
  static ImportanceWeightedSettings of(FamilySettings settings) {
    return new ImportanceWeightedSettings(settings.whole("samples"));
  }
}
