package io.residua.detector.calibration;

/** How well held-out normal scores carry a significance. */
public enum Support {
  /** At least one held-out normal score lies beyond the threshold. */
  MEASURED,
  /** The threshold lies beyond every held-out normal score, where only the fitted tail reaches. */
  EXTRAPOLATED,
  /** No score has so small a p-value: no record will be an anomaly. */
  UNREACHABLE
}
