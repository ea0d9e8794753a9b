package io.residua.detector.history;

import io.residua.detector.event.Event;
import java.util.Arrays;
import java.util.List;

/**
 * The key's last values of a number, resampled: the mean of each of the last intervals, missing
 * where none of its events had the field. The interval of the event itself is step 0 and not read.
 */
final class IntervalTracker implements Tracker {
  private static final int COUNT = 0;
  private static final int SUM = 1;
  private static final int WIDTH = 2;

  private final int field;
  private final long intervalMillis;
  private final int length;
  private final List<SequenceTracker.Output> outputs;

  IntervalTracker(int field, long intervalMillis, List<SequenceTracker.Output> outputs) {
    this.field = field;
    this.intervalMillis = intervalMillis;
    this.outputs = List.copyOf(outputs);
    this.length = 1 + outputs.stream().mapToInt(SequenceTracker.Output::steps).max().orElseThrow();
  }

  @Override
  public int words() {
    return 1 + length * WIDTH;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    boolean empty = StateHeader.isEmpty(state);
    long time = empty ? event.time() : Math.max(event.time(), StateHeader.newest(state));
    long now = interval(time);
    for (SequenceTracker.Output output : outputs) {
      output.write(event, field, empty ? Double.NaN : mean(now - output.steps(), state, at));
    }
  }

  private double mean(long interval, long[] state, int at) {
    long newest = state[at];
    if (interval > newest || interval <= newest - length) {
      return Double.NaN;
    }
    int slot = slot(interval, at);
    return Words.get(state, slot + SUM) / state[slot + COUNT];
  }

  @Override
  public void add(Event event, long[] state, int at) {
    double value = event.number(field);
    if (Double.isNaN(value)) {
      return;
    }
    long now = interval(event.time());
    for (long passed = Math.max(state[at] + 1, now - length + 1); passed <= now; passed++) {
      int slot = slot(passed, at);
      Arrays.fill(state, slot, slot + WIDTH, 0);
    }
    state[at] = now;
    int slot = slot(now, at);
    state[slot + COUNT]++;
    Words.put(state, slot + SUM, Words.get(state, slot + SUM) + Words.bounded(value));
  }

  private long interval(long time) {
    return Math.floorDiv(time, intervalMillis);
  }

  private int slot(long interval, int at) {
    return at + 1 + (int) Math.floorMod(interval, (long) length) * WIDTH;
  }
}
