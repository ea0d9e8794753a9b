package io.residua.detector.feature;

/**
 * {@code (x - centre) / scale}.
 *
 * @param kind which transform fitted it
 * @param centre finite
 * @param scale finite and above 0
 */
record Linear(Kind kind, double centre, double scale) implements NumberTransform {
  Linear {
    if (!Double.isFinite(centre) || !Double.isFinite(scale) || !(scale > 0)) {
      throw new IllegalArgumentException(
          "expected a finite centre and a finite scale above 0, got " + centre + " and " + scale);
    }
  }

  /** The transforms of this shape; their names in files are in lower case. */
  enum Kind {
    STANDARD,
    ROBUST,
    MINMAX
  }

  @Override
  public double apply(double x) {
    return (x - centre) / scale;
  }

  @Override
  public double invert(double y) {
    return y * scale + centre;
  }
}
