package io.residua.detector.calibration;

import java.io.IOException;
import java.time.Duration;

/**
 * How many records a day there are, by their event times: an exponentially weighted mean over about
 * a {@value #MEMORY_DAYS} days' memory, so that neither night nor weekend moves it much. It begins
 * with what is expected and stays within {@value #LARGEST_FACTOR} times and that part of it.
 *
 * <p>Records may come out of order: those up to a day older than the newest count. One record's
 * time takes the clock at most a day further, so that a single wrong time cannot stop it; what is
 * older than a day does not count at all. One task's; not thread-safe; constant in memory and time.
 */
public final class TrafficRate {
  public static final int MEMORY_DAYS = 7;
  public static final double LARGEST_FACTOR = 4;

  private static final byte VERSION = 1;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final double MEMORY = MEMORY_DAYS * (double) DAY;
  private static final long NONE = Long.MIN_VALUE;

  private final double expected;
  private double weight;
  private long newest = NONE;

  /**
   * @param expected records a day, above 0
   */
  public TrafficRate(double expected) {
    if (!(expected > 0) || Double.isInfinite(expected)) {
      throw new IllegalArgumentException("expected records a day are above 0, got " + expected);
    }
    this.expected = expected;
    this.weight = expected * MEMORY_DAYS;
  }

  /**
   * Counts a record.
   *
   * @param time event time in epoch milliseconds
   */
  public void seen(long time) {
    if (newest == NONE) {
      newest = time;
      return;
    }
    if (time > newest) {
      long passed = time - newest;
      // An overflow is a difference of more than a day, too.
      long step = passed < 0 || passed > DAY ? DAY : passed;
      newest += step;
      weight *= Math.exp(-step / MEMORY);
    }
    if (time > newest - DAY) {
      weight++;
    }
  }

  /** Records a day, within the bounds. */
  public double perDay() {
    double observed = weight / MEMORY_DAYS;
    return Math.max(expected / LARGEST_FACTOR, Math.min(expected * LARGEST_FACTOR, observed));
  }

  /** What was counted, for {@link #restore}. */
  public byte[] state() {
    return StateBytes.write(
        VERSION,
        out -> {
          out.writeDouble(weight);
          out.writeLong(newest);
        });
  }

  /**
   * Goes on from a state; the expectation stays this one's.
   *
   * @throws IllegalArgumentException when the bytes are no such state
   */
  public void restore(byte[] state) {
    StateBytes.read("the traffic", VERSION, state, this::read);
  }

  private void read(StateBytes.Input in) throws IOException {
    double counted = in.number(0, Double.MAX_VALUE);
    newest = in.whole();
    weight = counted;
  }
}
