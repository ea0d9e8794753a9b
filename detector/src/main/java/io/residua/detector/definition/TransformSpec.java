package io.residua.detector.definition;

/** A transform of a number, as the definition names it. */
public sealed interface TransformSpec {

  /** A transform without settings of its own. */
  enum Simple implements TransformSpec {
    /** Subtract the mean, divide by the standard deviation. */
    STANDARD,
    /** Subtract the median, divide by the interquartile range over 1.349. */
    ROBUST,
    /** The training range becomes 0 to 1. */
    MINMAX,
    /** The share of training values below, through the normal distribution's inverse. */
    QUANTILE,
    /** The logarithm of 1 + |x|, with the sign of x. */
    LOG1P,
    /** Clip to the training data's 0.1 % and 99.9 % quantiles. */
    CLIP,
    /** The number as it is. */
    NONE
  }

  /** {@code clip:LOW:HIGH}: clip to given bounds, in the units at that place of the chain. */
  record ClipTo(double low, double high) implements TransformSpec {
    public ClipTo {
      if (!(low < high)) {
        throw new IllegalArgumentException("clip needs low < high, got " + low + " and " + high);
      }
    }
  }
}
