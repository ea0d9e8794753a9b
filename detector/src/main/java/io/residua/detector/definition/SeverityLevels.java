package io.residua.detector.definition;

/**
 * From which severity on an alert has which level; below {@code medium} it is low.
 *
 * @param medium 1 to 100
 * @param high above medium
 * @param critical above high
 */
public record SeverityLevels(int medium, int high, int critical) {
  static final int MOST = 100;

  public SeverityLevels {
    if (medium < 1 || high <= medium || critical <= high || critical > MOST) {
      throw new IllegalArgumentException(
          "expected 1 <= medium < high < critical <= %d, got %d, %d and %d"
              .formatted(MOST, medium, high, critical));
    }
  }

  /** What the levels are called, from the mildest. */
  public enum Level {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
  }

  /**
   * @param severity 0 to 100
   */
  public Level of(int severity) {
    if (severity < medium) {
      return Level.LOW;
    }
    if (severity < high) {
      return Level.MEDIUM;
    }
    return severity < critical ? Level.HIGH : Level.CRITICAL;
  }
}
