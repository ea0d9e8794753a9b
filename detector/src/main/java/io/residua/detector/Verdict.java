package io.residua.detector;

/**
 * What the detector says of one record.
 *
 * @param score reconstruction error; higher is stranger; of a network of one value, on the scale of
 *     the global one
 * @param pValue share of normal records that score at least as high, in (0, 1]; adjusted to drift
 *     where the definition asks for that
 * @param severity 0 to 100
 * @param anomaly whether the p-value is within the definition's budget
 * @param observedFeatures how many features took part
 */
public record Verdict(
    double score, double pValue, int severity, boolean anomaly, int observedFeatures) {}
