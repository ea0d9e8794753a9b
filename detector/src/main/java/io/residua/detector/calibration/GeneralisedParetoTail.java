package io.residua.detector.calibration;

/**
 * The tail of normal scores beyond a high threshold: a generalised Pareto distribution fitted to
 * the excesses (peaks over threshold; Siffer et al., "Anomaly Detection in Streams with Extreme
 * Value Theory", KDD 2017, equations 2 and 3).
 *
 * @param threshold where the tail begins
 * @param shape ξ; 0 is the exponential tail
 * @param scale σ, above 0
 * @param share p-value just beyond the threshold, in (0, 1)
 */
public record GeneralisedParetoTail(double threshold, double shape, double scale, double share) {
  private static final double NEARLY_EXPONENTIAL = 1e-9;

  public GeneralisedParetoTail {
    if (!Double.isFinite(threshold) || !Double.isFinite(shape)) {
      throw new IllegalArgumentException(
          "the tail's threshold and shape must be finite, got " + threshold + " and " + shape);
    }
    if (!(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException("the tail's scale must be above 0, got " + scale);
    }
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("the tail's share must be in (0, 1), got " + share);
    }
  }

  /**
   * Share of normal records with at least this score; 0 beyond the end point of a bounded tail.
   *
   * @param score not below the threshold
   */
  double exceedance(double score) {
    double z = (score - threshold) / scale;
    if (Math.abs(shape) < NEARLY_EXPONENTIAL) {
      return share * Math.exp(-z);
    }
    return share * Math.exp(-Math.log1p(Math.max(-1, shape * z)) / shape);
  }

  /**
   * The score that a given share of normal records reaches.
   *
   * @param significance above 0, not above the tail's share
   */
  double scoreAt(double significance) {
    double logarithm = Math.log(significance / share);
    if (Math.abs(shape) < NEARLY_EXPONENTIAL) {
      return threshold - scale * logarithm;
    }
    return threshold + scale / shape * Math.expm1(-shape * logarithm);
  }
}
