package io.residua.detector.history;

import io.residua.detector.definition.Statistic;
import io.residua.detector.event.Event;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Statistics of a number over a sliding window. Time is cut into buckets of a {@value #BUCKETS}th
 * of the window; a state holds the newest {@value #BUCKETS} of them, the running one included, so
 * that the window's older end moves bucket by bucket: what an event sees is exact for a window that
 * is at most one bucket shorter than asked for.
 *
 * <p>Each bucket holds the count and, where asked for, the sum, the sum of squared deviations from
 * the bucket's mean (merged by Chan, Golub and LeVeque 1979), the smallest and the largest value.
 */
final class WindowTracker implements Tracker {
  /** How many buckets a window has. */
  static final int BUCKETS = 24;

  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final int field;
  private final long spanMillis;
  private final long bucketMillis;
  private final Map<Statistic, Integer> outputs;
  private final int width;
  private final int sum;
  private final int squares;
  private final int min;
  private final int max;

  /**
   * @param field index of the number in the event
   * @param outputs index in the event for each statistic
   */
  WindowTracker(int field, long spanMillis, Map<Statistic, Integer> outputs) {
    this.field = field;
    this.spanMillis = spanMillis;
    this.bucketMillis = Math.max(1, (spanMillis + BUCKETS - 1) / BUCKETS);
    this.outputs = new EnumMap<>(outputs);
    boolean spread = outputs.containsKey(Statistic.STD);
    boolean sums =
        spread || outputs.containsKey(Statistic.SUM) || outputs.containsKey(Statistic.MEAN);
    int next = 1;
    this.sum = sums ? next++ : -1;
    this.squares = spread ? next++ : -1;
    this.min = outputs.containsKey(Statistic.MIN) ? next++ : -1;
    this.max = outputs.containsKey(Statistic.MAX) ? next++ : -1;
    this.width = next;
  }

  @Override
  public int words() {
    return 1 + BUCKETS * width;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    long now = bucket(newestOr(event.time(), state));
    Summary summary = new Summary();
    long newest = state[at];
    for (long bucket = Math.max(now, newest) - BUCKETS + 1; bucket <= newest; bucket++) {
      int slot = slot(bucket, at);
      if (state[slot] > 0) {
        summary.merge(state, slot);
      }
    }
    outputs.forEach(
        (statistic, index) -> event.setNumber(index, summary.of(statistic, event, state)));
  }

  @Override
  public void add(Event event, long[] state, int at) {
    double value = event.number(field);
    if (Double.isNaN(value)) {
      return;
    }
    long now = bucket(event.time());
    advance(now, state, at);
    update(Words.bounded(value), state, slot(now, at));
  }

  private void update(double value, long[] state, int slot) {
    long before = state[slot]++;
    if (squares >= 0) {
      double mean = before == 0 ? value : Words.get(state, slot + sum) / before;
      double delta = value - mean;
      Words.put(
          state,
          slot + squares,
          Words.get(state, slot + squares) + delta * delta * before / (before + 1));
    }
    if (sum >= 0) {
      Words.put(state, slot + sum, Words.get(state, slot + sum) + value);
    }
    if (min >= 0 && (before == 0 || value < Words.get(state, slot + min))) {
      Words.put(state, slot + min, value);
    }
    if (max >= 0 && (before == 0 || value > Words.get(state, slot + max))) {
      Words.put(state, slot + max, value);
    }
  }

  /** Empties the buckets that have passed since the newest one. */
  private void advance(long now, long[] state, int at) {
    long newest = state[at];
    for (long bucket = Math.max(newest + 1, now - BUCKETS + 1); bucket <= now; bucket++) {
      int slot = slot(bucket, at);
      Arrays.fill(state, slot, slot + width, 0);
    }
    state[at] = now;
  }

  private static long newestOr(long time, long[] state) {
    return StateHeader.isEmpty(state) ? time : Math.max(time, StateHeader.newest(state));
  }

  private long bucket(long time) {
    return Math.floorDiv(time, bucketMillis);
  }

  private int slot(long bucket, int at) {
    return at + 1 + (int) Math.floorMod(bucket, (long) BUCKETS) * width;
  }

  /** The buckets of a window taken together. */
  private final class Summary {
    private long count;
    private double total;
    private double deviations;
    private double smallest = Double.NaN;
    private double largest = Double.NaN;

    private void merge(long[] state, int slot) {
      long more = state[slot];
      if (squares >= 0) {
        double delta = Words.get(state, slot + sum) / more - (count == 0 ? 0 : total / count);
        double between = count == 0 ? 0 : delta * delta * count * more / (count + more);
        deviations += Words.get(state, slot + squares) + between;
      }
      if (sum >= 0) {
        total += Words.get(state, slot + sum);
      }
      if (min >= 0) {
        double value = Words.get(state, slot + min);
        smallest = count == 0 ? value : Math.min(smallest, value);
      }
      if (max >= 0) {
        double value = Words.get(state, slot + max);
        largest = count == 0 ? value : Math.max(largest, value);
      }
      count += more;
    }

    private double of(Statistic statistic, Event event, long[] state) {
      return switch (statistic) {
        case COUNT -> count;
        case SUM -> total;
        case MEAN -> count == 0 ? Double.NaN : total / count;
        case STD -> count == 0 ? Double.NaN : Math.sqrt(Math.max(0, deviations) / count);
        case MIN -> smallest;
        case MAX -> largest;
        case RATE -> count * MILLIS_PER_HOUR / lookedAt(event.time(), state);
        case DISTINCT -> throw new IllegalStateException("counted by DistinctTracker");
      };
    }

    private double lookedAt(long time, long[] state) {
      long age = newestOr(time, state) - StateHeader.first(state);
      return StateHeader.isEmpty(state)
          ? spanMillis
          : Math.min(spanMillis, Math.max(bucketMillis, age));
    }
  }
}
