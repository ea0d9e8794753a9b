package io.residua.detector.alert;

/**
 * Follows the time of the records that one task reads. One instance for each task, which begins
 * anew with it: what is silent is only known by listening. Not thread-safe.
 */
public final class InputClock {
  /** No record came yet. */
  public static final long NONE = Long.MIN_VALUE;

  /** A record from further in the future says nothing about the time of the others. */
  static final long MOST_AHEAD_MILLIS = 3_600_000;

  private final long silence;
  private long newest = NONE;
  private long lastReceived;
  private long flowingSince;
  private boolean heard;

  /**
   * @param began the wall clock when the task began to listen, in milliseconds
   */
  public InputClock(AlertPolicy policy, long began) {
    this.silence = policy.silenceMillis();
    this.lastReceived = began;
    this.flowingSince = began;
  }

  /**
   * @param eventTime in milliseconds
   * @param wallClock in milliseconds
   */
  public void received(long eventTime, long wallClock) {
    if (Times.between(lastReceived, wallClock) >= silence) {
      flowingSince = wallClock;
    }
    lastReceived = Math.max(lastReceived, wallClock);
    if (eventTime <= Times.plus(wallClock, MOST_AHEAD_MILLIS)) {
      newest = Math.max(newest, eventTime);
    }
    heard = true;
  }

  public InputTime at(long wallClock) {
    return new InputTime(newest, lastReceived, flowingSince, wallClock, heard);
  }
}
