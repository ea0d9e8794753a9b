package io.residua.detector.alert;

/** What is kept of one key or group. A buffer: the policy reads it, changes it and writes it. */
final class KeyState {
  /** {@link #newest} of a key that was never seen, {@link #quietUntil} of one that is not quiet. */
  static final long NONE = Long.MIN_VALUE;

  static final long[] NO_TIMES = {};

  /** The latest event time of a record; never goes back. */
  long newest = NONE;

  /** The last records, the newest in the lowest bit; 1 is an anomaly. */
  long history;

  /** The event that is open, or null. */
  OpenEvent event;

  /** Event time before which no event opens. */
  long quietUntil = NONE;

  /** When the latest events opened, for flapping. */
  long[] openings = NO_TIMES;

  /** The last record, where silence is told; else null. */
  LastSeen seen;

  boolean isEmpty() {
    return history == 0
        && event == null
        && quietUntil == NONE
        && openings.length == 0
        && seen == null;
  }
}
