package io.residua.detector.calibration;

/**
 * Severity: a fixed, documented function of the p-value, so that 60 means the same for every
 * detector.
 *
 * <p>{@code severity = 12.5 · (−log10 p)}, rounded and kept in 0 to 100: one in ten is 13, one in a
 * thousand 38, one in a million 75, one in a hundred million and rarer 100.
 */
public final class Severity {
  private static final double POINTS_PER_DECADE = 12.5;

  private Severity() {}

  /**
   * @param pValue in (0, 1]
   * @return 0 to 100
   */
  public static int of(double pValue) {
    long points = Math.round(-Math.log10(pValue) * POINTS_PER_DECADE);
    return (int) Math.max(0, Math.min(100, points));
  }
}
