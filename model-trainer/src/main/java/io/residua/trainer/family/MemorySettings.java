package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;
import io.residua.detector.network.MemoryLayer.Addressing;

/**
 * Settings of family {@code memory}.
 *
 * @param items N, how many the memory holds
 * @param sharpness by which cosines are multiplied before the softmax, which would hardly tell
 *     items apart without: the paper has 1
 * @param shrinkage λ N: weights below that share of the mean weight become 0
 * @param entropyWeight α
 */
record MemorySettings(int items, double sharpness, double shrinkage, double entropyWeight) {
  /** Of the paper: keeps quotients finite, and changes no weight that is seen. */
  private static final double EPSILON = 1e-12;

  static MemorySettings of(FamilySettings settings) {
    return new MemorySettings(
        settings.whole("items"),
        settings.number("sharpness"),
        settings.number("shrinkage"),
        settings.number("entropy-weight"));
  }

  Addressing addressing() {
    return new Addressing(sharpness, shrinkage / items, EPSILON);
  }
}
