package io.residua.detector.feature;

/** How an observed value stands to the expected one. */
public enum Direction {
  HIGH,
  LOW,
  /** Another category. */
  DIFFERENT,
  /** Missing, or not comparable. */
  UNKNOWN
}
