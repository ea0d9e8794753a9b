package io.residua.detector.history;

import io.residua.detector.event.Event;

/** Seconds since the key's previous event; missing at its first. Needs no words of its own. */
final class ElapsedTracker implements Tracker {
  private static final double MILLIS_PER_SECOND = 1000;

  private final int output;

  ElapsedTracker(int output) {
    this.output = output;
  }

  @Override
  public int words() {
    return 0;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    boolean first = StateHeader.isEmpty(state);
    long since = Math.max(0, event.time() - StateHeader.newest(state));
    event.setNumber(output, first ? Double.NaN : since / MILLIS_PER_SECOND);
  }

  @Override
  public void add(Event event, long[] state, int at) {
    // The state's header keeps the time.
  }
}
