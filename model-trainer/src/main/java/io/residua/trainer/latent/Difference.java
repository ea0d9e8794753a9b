package io.residua.trainer.latent;

/**
 * What a field's values are in a group, against the other groups.
 *
 * @param field its index among the features' fields
 * @param size Cohen's d of a number or h of a share, without sign, 0 to 10; by his rule of thumb
 *     0.2 is small, 0.5 medium and 0.8 large ("Statistical power analysis for the behavioral
 *     sciences", 1988)
 * @param words for people; they may hold values of records
 */
record Difference(int field, double size, String words) {
  private static final double MOST = 10;

  Difference {
    // A field that is constant on either side differs without bound; one that overflows tells
    // nothing.
    size = Double.isNaN(size) ? 0 : Math.min(MOST, Math.abs(size));
  }
}
