package io.residua.detector.alert;

/**
 * What time it is for the records that one task reads.
 *
 * @param newest the latest event time of a record; {@link InputClock#NONE} before the first
 * @param lastReceived the wall clock when a record was processed last, or when the task began
 * @param flowingSince the wall clock since when records come without a silence among them
 * @param wallClock now
 * @param heard whether a record came since the task began
 */
public record InputTime(
    long newest, long lastReceived, long flowingSince, long wallClock, boolean heard) {

  /** Event time now: while no record comes, it goes on at the pace of the wall clock. */
  public long eventTime() {
    return newest == InputClock.NONE ? InputClock.NONE : Times.plus(newest, idle());
  }

  /** For how long no record came, in milliseconds. */
  long idle() {
    return Math.max(0, Times.between(lastReceived, wallClock));
  }
}
