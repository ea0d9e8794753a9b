package io.residua.detector.feature;

import java.util.Arrays;

/** Features of which one is 1 and the others are 0. */
final class Slots {
  private Slots() {}

  static void set(int slot, int slots, float[] into, int offset) {
    Arrays.fill(into, offset, offset + slots, 0f);
    into[offset + slot] = 1f;
  }

  /** The slot with the largest value, the first of them where several have it. */
  static int largest(float[] features, int offset, int slots) {
    int largest = 0;
    for (int slot = 1; slot < slots; slot++) {
      if (features[offset + slot] > features[offset + largest]) {
        largest = slot;
      }
    }
    return largest;
  }
}
