package io.residua.detector.score;

/** Sizes of usual residuals, by which others are divided. */
final class Scales {
  private Scales() {}

  /**
   * One over each, which must be finite and above 0.
   *
   * @param what they are called
   */
  static float[] inverse(String what, float[] scale) {
    float[] inverse = new float[scale.length];
    for (int i = 0; i < scale.length; i++) {
      inverse[i] = 1 / scale[i];
      if (!(scale[i] > 0) || !Float.isFinite(scale[i]) || !Float.isFinite(inverse[i])) {
        throw new IllegalArgumentException(
            "a residual's %s must be finite and above 0; %s[%d] is %s"
                .formatted(what, what, i, scale[i]));
      }
    }
    return inverse;
  }
}
