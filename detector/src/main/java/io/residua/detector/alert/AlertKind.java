package io.residua.detector.alert;

/** What an alert tells of. */
public enum AlertKind {
  /** Anomalies of one key, from the one that opened the event to the last one. */
  ANOMALY,
  /** A key, or the whole input, of which no record comes. */
  SILENCE,
  /** A key whose events open too often to be told one by one. */
  FLAPPING
}
