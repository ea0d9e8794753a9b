package io.residua.trainer.trial;

/**
 * Whether one area under the receiver operating characteristic is larger than another by more than
 * chance.
 *
 * <p>The variance of an area A of n anomalies and m normal rows is {@code (A (1 − A) + (n − 1)(Q₁ −
 * A²) + (m − 1)(Q₂ − A²)) / (n m)} with {@code Q₁ = A / (2 − A)} and {@code Q₂ = 2 A² / (1 + A)}
 * (Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve", Radiology 1982, eq. 1).
 * Both areas are taken to be of different rows; of the same rows their difference varies less, so
 * that chance is held for larger than it is.
 */
public final class AreaDifference {
  /** In standard errors: by chance alone exceeded once in 44 times. */
  private static final double CLEAR = 2;

  private AreaDifference() {}

  public static boolean isClear(double larger, double smaller, int anomalies, int normal) {
    double variance = variance(larger, anomalies, normal) + variance(smaller, anomalies, normal);
    return larger - smaller > CLEAR * Math.sqrt(variance);
  }

  static double variance(double area, int anomalies, int normal) {
    double square = area * area;
    double twoAnomalies = area / (2 - area);
    double twoNormal = 2 * square / (1 + area);
    return (area * (1 - area)
            + (anomalies - 1) * (twoAnomalies - square)
            + (normal - 1) * (twoNormal - square))
        / ((double) anomalies * normal);
  }
}
