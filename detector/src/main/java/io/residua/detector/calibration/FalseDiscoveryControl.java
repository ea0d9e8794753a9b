package io.residua.detector.calibration;

import java.io.IOException;
import java.util.Arrays;

/**
 * Keeps the share of false alerts among all alerts at a rate, window by window: N records in a row
 * are a window, then the next begins. A record alerts when the procedure of Benjamini and Hochberg
 * ("Controlling the False Discovery Rate", 1995), applied to the window's p-values up to its own,
 * rejects it; so no alert waits for the window's end, and where many records are strange, more may
 * alert than where one is.
 *
 * <p>How this works: with q the rate, the procedure rejects the R smallest p-values of a window, R
 * being the largest k for which k of them are at most {@code q k / N}. Conformal p-values of one
 * calibration depend on each other, but positively, and the procedure keeps {@code E[V / max(R, 1)]
 * ≤ q} under such dependence, V of the R being normal (Bates et al., "Testing for Outliers with
 * Conformal p-values", The Annals of Statistics 2023, theorem 2). Records yet to come count as
 * normal: R only grows to the window's end, so that what alerts is part of what the procedure
 * rejects then. What is left out of it are records that turn out to be rejected only by what came
 * after them, the largest p-values first.
 *
 * <p>The promise is a mean over windows, those without an alert among them: where nothing is
 * strange, one window in 1 / q has a (false) alert.
 *
 * <p>One task's; not thread-safe. A record costs nothing to speak of when its p-value is above q,
 * else at most one step for each such record of the window before it.
 */
public final class FalseDiscoveryControl {
  public static final int SMALLEST_WINDOW = 10;

  /** At 4 bytes a record. */
  public static final int LARGEST_WINDOW = 1_000_000;

  private static final byte VERSION = 1;

  private final double rate;
  private final int window;
  private final int[] ofRank;
  private int seen;
  private int kept;

  /**
   * @param rate q, in (0, 1)
   * @param window N, from {@value #SMALLEST_WINDOW} to {@value #LARGEST_WINDOW}
   */
  public FalseDiscoveryControl(double rate, int window) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("a false discovery rate is in (0, 1), got " + rate);
    }
    if (window < SMALLEST_WINDOW || window > LARGEST_WINDOW) {
      throw new IllegalArgumentException(
          "a window has %d to %d records, got %d"
              .formatted(SMALLEST_WINDOW, LARGEST_WINDOW, window));
    }
    this.rate = rate;
    this.window = window;
    this.ofRank = new int[window + 1];
  }

  /**
   * Takes the next record's p-value.
   *
   * @param pValue in (0, 1]
   * @return whether the record alerts
   */
  public boolean accept(double pValue) {
    if (seen == window) {
      begin();
    }
    seen++;
    if (pValue > rate) {
      return false;
    }
    int rank = rank(pValue);
    ofRank[rank]++;
    kept++;
    return rejects(rank);
  }

  private void begin() {
    Arrays.fill(ofRank, 0);
    seen = 0;
    kept = 0;
  }

  /** The smallest k with {@code p ≤ q k / N}. */
  private int rank(double pValue) {
    int rank = (int) Math.ceil(pValue * window / rate);
    return Math.max(1, Math.min(window, rank));
  }

  /** Whether for some k from the rank on, k of the p-values are at most {@code q k / N}. */
  private boolean rejects(int rank) {
    int small = 0;
    for (int k = 1; k <= kept; k++) {
      small += ofRank[k];
      if (k >= rank && small >= k) {
        return true;
      }
    }
    return false;
  }

  /** The window so far, for {@link #restore}: 24 bytes and 4 for each p-value of at most q. */
  public byte[] state() {
    return StateBytes.write(
        VERSION,
        out -> {
          out.writeDouble(rate);
          out.writeInt(window);
          out.writeInt(seen);
          out.writeInt(kept);
          for (int rank = 1; rank <= window; rank++) {
            for (int i = 0; i < ofRank[rank]; i++) {
              out.writeInt(rank);
            }
          }
        });
  }

  /**
   * Goes on from a state. After one of another rate or window a window begins.
   *
   * @throws IllegalArgumentException when the bytes are no such state
   */
  public void restore(byte[] state) {
    begin();
    StateBytes.read("false discovery control", VERSION, state, this::read);
  }

  private void read(StateBytes.Input in) throws IOException {
    boolean same = in.number(0, 1) == rate;
    int ranks = in.integer(SMALLEST_WINDOW, LARGEST_WINDOW);
    same &= ranks == window;
    int records = in.integer(0, ranks);
    int entries = in.integer(0, records);
    for (int i = 0; i < entries; i++) {
      int rank = in.integer(1, ranks);
      if (same) {
        ofRank[rank]++;
      }
    }
    seen = same ? records : 0;
    kept = same ? entries : 0;
  }
}
