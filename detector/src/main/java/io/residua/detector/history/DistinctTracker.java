package io.residua.detector.history;

import io.residua.detector.event.Event;
import io.residua.detector.event.StableHash;

/**
 * How many different values a text field had over a sliding window: linear counting (Whang,
 * Vander-Zanden and Taylor 1990) in {@value #CELLS} cells, each of which remembers when it was last
 * hit instead of that it was, so that it slides. Estimates of 20, 100 and 300 values have standard
 * errors of about 2 %, 5 % and 6 %; more than about 1,400 cannot be told apart.
 */
final class DistinctTracker implements Tracker {
  static final int CELLS = 256;
  private static final int CELLS_PER_WORD = 2;

  private final int field;
  private final int output;
  private final long spanMillis;
  private final long tickMillis;

  DistinctTracker(int field, long spanMillis, int output) {
    this.field = field;
    this.output = output;
    this.spanMillis = spanMillis;
    this.tickMillis = Math.max(1, spanMillis / WindowTracker.BUCKETS);
  }

  @Override
  public int words() {
    return CELLS / CELLS_PER_WORD;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    int now = stamp(event.time());
    int seen = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      int stamp = get(state, at, cell);
      if (stamp != 0 && now - stamp < WindowTracker.BUCKETS) {
        seen++;
      }
    }
    double unseen = Math.max(1, CELLS - seen);
    event.setNumber(output, CELLS * Math.log(CELLS / unseen));
  }

  @Override
  public void add(Event event, long[] state, int at) {
    String value = event.text(field);
    if (value != null) {
      set(state, at, StableHash.slot(value, CELLS), stamp(event.time()));
    }
  }

  /** Ticks modulo 2^32, never 0: differences are right for two billion ticks. */
  private int stamp(long time) {
    int stamp = (int) Math.floorDiv(time, tickMillis);
    return stamp == 0 ? 1 : stamp;
  }

  private static int get(long[] state, int at, int cell) {
    return (int) (state[at + cell / CELLS_PER_WORD] >>> Integer.SIZE * (cell % CELLS_PER_WORD));
  }

  private static void set(long[] state, int at, int cell, int stamp) {
    int shift = Integer.SIZE * (cell % CELLS_PER_WORD);
    int word = at + cell / CELLS_PER_WORD;
    state[word] = state[word] & ~(0xFFFFFFFFL << shift) | (stamp & 0xFFFFFFFFL) << shift;
  }
}
