package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.FamilySettings;

/**
 * A family with its settings.
 *
 * @param name as tables tell it
 */
record Variant(String name, Family family, FamilySettings settings) {
  /** The family at its defaults. */
  static Variant of(Family family) {
    return new Variant(family.id(), family, FamilySettings.defaults(family));
  }

  /** The family with one setting that is not at its default. */
  Variant with(String key, String value) {
    return new Variant("%s, %s %s".formatted(name, key, value), family, settings.with(key, value));
  }
}
