package io.residua.detector.definition;

/** A transform of a number, as the definition names it. */
public sealed interface TransformSpec {

  /** A transform without settings of its own. */
  enum Simple implements TransformSpec {
    /** Subtract the mean, divide by the standard deviation; a constant column is divided by 1. */
    STANDARD,
    /**
     * Subtract the median, divide by the distance of the 5 % and 95 % quantiles over 3.29 (the
     * standard deviation of a normal column), but at least by 0.3 standard deviations of the column
     * without its outermost 0.1 % on either side.
     */
    ROBUST,
    /** The training range becomes 0 to 1. */
    MINMAX,
    /**
     * The share of training values below, through the normal distribution's inverse; beyond the
     * training range it goes on linearly, one unit for each standard deviation.
     */
    QUANTILE,
    /** The logarithm of 1 + |x|, with the sign of x. */
    LOG1P,
    /**
     * Clip to the training data's 0.1 % and 99.9 % quantiles; to its range where these are equal,
     * and not at all where it is constant.
     */
    CLIP,
    /** The number as it is. */
    NONE
  }

  /** {@code clip:LOW:HIGH}: clip to given bounds, in the units at that place of the chain. */
  record ClipTo(double low, double high) implements TransformSpec {
    public ClipTo {
      if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
        throw new IllegalArgumentException(
            "clip needs finite low < high, got " + low + " and " + high);
      }
    }
  }
}
