package io.residua.detector.feature;

/**
 * One fitted step from a number to a feature. Never decreasing, defined for every number including
 * infinities, never NaN. Immutable and shared between threads; allocates nothing.
 */
sealed interface NumberTransform permits Linear, SignedLog, Clip, NormalQuantiles {
  double apply(double x);

  /** The number that {@link #apply} makes {@code y} of, or the nearest one. */
  double invert(double y);
}
