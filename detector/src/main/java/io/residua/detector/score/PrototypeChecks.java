package io.residua.detector.score;

/** What prototypes must be, wherever they come from. */
final class PrototypeChecks {
  private PrototypeChecks() {}

  static void scale(float[] scale) {
    if (scale.length == 0) {
      throw new IllegalArgumentException("a prototype has at least one feature, got 0");
    }
    for (int i = 0; i < scale.length; i++) {
      if (!(scale[i] > 0) || !Float.isFinite(scale[i]) || !Float.isFinite(1 / scale[i])) {
        throw new IllegalArgumentException(
            "a prototype's scale must be finite and above 0; scale[" + i + "] is " + scale[i]);
      }
    }
  }

  static void prototypes(int width, float[] prototypes) {
    int count = prototypes.length / width;
    if (count < 1 || count > PrototypeDistance.MOST || prototypes.length % width != 0) {
      throw new IllegalArgumentException(
          "expected 1 to %d prototypes of %d features, got %d values"
              .formatted(PrototypeDistance.MOST, width, prototypes.length));
    }
    finite("prototypes", prototypes);
  }

  static void finite(String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] is " + values[i]);
      }
    }
  }
}
