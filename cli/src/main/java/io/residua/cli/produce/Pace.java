package io.residua.cli.produce;

import java.util.concurrent.locks.LockSupport;

/** Keeps a loop at a steady rate. Not thread-safe. */
final class Pace {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final long start = System.nanoTime();
  private long passed;

  /**
   * @param perSecond above 0; infinite for as fast as possible
   */
  Pace(double perSecond) {
    this.perSecond = perSecond;
  }

  /** Returns when it is time for the next one; an interrupt ends the waiting. */
  void next() {
    long due = start + (long) (passed++ * (NANOS / perSecond));
    long left = due - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
  }
}
