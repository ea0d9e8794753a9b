package io.residua.detector.calibration;

import java.io.IOException;

/**
 * Follows a drift of normal scores: p-values in, p-values out that are again the share of normal
 * records as strange, as far as the bound lets it.
 *
 * <p>How this works: p-values of normal records spread evenly over 0 to 1 unless the scores have
 * drifted. Of the last records are kept, decayed, the share M of those with a p-value of at most u
 * and the slope θ with which it falls below: {@code P(p ≤ x) = M (x / u)^θ}, the tail of a score
 * whose logarithmic p-value is exponential beyond u, as peaks over a threshold are. An adjusted
 * p-value is what that tail says, straight lines above u; it is at most {@code atMost} times the
 * p-value it was given and at least that part of it, so that no stream, patient as it may be, can
 * teach more than that.
 *
 * <p>Records whose adjusted p-value is at most {@code level} teach nothing: these are the ones that
 * may be anomalies. What is seen is thus a tail that has been cut off, and both figures are the
 * estimates of greatest likelihood for one: θ of the exponential distribution truncated at {@code L
 * = ln(u / τ)}, τ being the p-value whose adjusted one is the level, which solves {@code 1 / θ − L
 * / (e^(θ L) − 1) = mean ln(u / p)}, and {@code M = s / (1 − e^(−θ L) + s e^(−θ L))} from the share
 * s of the taught records that lie below u. Adapting the level to how many records alert instead,
 * as adaptive conformal inference does (Gibbs and Candès, "Adaptive Conformal Inference Under
 * Distribution Shift", NeurIPS 2021), would learn from the anomalies.
 *
 * <p>It begins as if it had seen a memory's length of records without drift. One task's; not
 * thread-safe; constant in memory and time.
 */
public final class Recalibration {
  public static final int SMALLEST_MEMORY = 1_000;
  public static final int LARGEST_MEMORY = 100_000_000;
  public static final double LARGEST_BOUND = 100;

  private static final byte VERSION = 1;
  private static final double TAIL = 0.1;
  private static final double LARGEST_TAIL = 0.9;

  /** The tail reaches this far above the level, so that what is cut off is a small part of it. */
  private static final double TAIL_ABOVE_LEVEL = 4;

  private static final int RECORDS_BETWEEN_ESTIMATES = 64;
  private static final double LARGEST_SLOPE = 20;

  private final double level;
  private final double atMost;
  private final double keep;
  private final double tail;
  private double records;
  private double inTail;
  private double logarithms;
  private double share;
  private double slope = 1;
  private int sinceEstimate;

  /**
   * @param level the largest adjusted p-value that may be an anomaly, in (0, 0.9)
   * @param memory in records: what is older counts less than a third; from {@value
   *     #SMALLEST_MEMORY} to {@value #LARGEST_MEMORY}
   * @param atMost the bound, above 1 and at most {@value #LARGEST_BOUND}
   */
  public Recalibration(double level, int memory, double atMost) {
    if (!(level > 0 && level < LARGEST_TAIL)) {
      throw new IllegalArgumentException("a level is in (0, 0.9), got " + level);
    }
    if (memory < SMALLEST_MEMORY || memory > LARGEST_MEMORY) {
      throw new IllegalArgumentException(
          "a memory has %d to %d records, got %d"
              .formatted(SMALLEST_MEMORY, LARGEST_MEMORY, memory));
    }
    if (!(atMost > 1 && atMost <= LARGEST_BOUND)) {
      throw new IllegalArgumentException(
          "a bound is above 1 and at most %s, got %s".formatted(LARGEST_BOUND, atMost));
    }
    this.level = level;
    this.atMost = atMost;
    this.keep = 1 - 1.0 / memory;
    this.tail = Math.min(LARGEST_TAIL, Math.max(TAIL, TAIL_ABOVE_LEVEL * level));
    this.share = tail;
    this.records = memory;
    double cut = level / tail;
    this.inTail = memory * (tail - level) / (1 - level);
    this.logarithms = inTail * truncatedMean(1, -Math.log(cut));
  }

  /**
   * Takes the next record's p-value and learns from it where it is not too small.
   *
   * @param pValue in (0, 1]
   * @return the adjusted one, in (0, 1], never falling as the p-value rises
   */
  public double adjust(double pValue) {
    double adjusted = adjusted(pValue);
    if (adjusted > level) {
      learn(pValue);
    }
    return adjusted;
  }

  /** What {@link #adjust} would give, without learning. */
  public double adjusted(double pValue) {
    double unbounded =
        pValue < tail
            ? share * Math.pow(pValue / tail, slope)
            : 1 - (1 - pValue) * (1 - share) / (1 - tail);
    return Math.min(1, Math.max(pValue / atMost, Math.min(pValue * atMost, unbounded)));
  }

  private void learn(double pValue) {
    records = records * keep + 1;
    inTail *= keep;
    logarithms *= keep;
    if (pValue < tail) {
      inTail++;
      logarithms += Math.log(tail / pValue);
    }
    sinceEstimate++;
    if (sinceEstimate >= RECORDS_BETWEEN_ESTIMATES) {
      sinceEstimate = 0;
      estimate();
    }
  }

  private void estimate() {
    double length = Math.log(tail / cut());
    double mean = logarithms / inTail;
    if (!(inTail > 1) || !(length > 0)) {
      return;
    }
    double found = slope(mean, length);
    double beyond = Math.exp(-found * length);
    double seen = inTail / records;
    slope = found;
    share = Math.min(LARGEST_TAIL, seen / (1 - beyond + seen * beyond));
  }

  /** The p-value whose adjusted one is the level. */
  private double cut() {
    double unbounded = tail * Math.pow(level / share, 1 / slope);
    double cut = Math.max(level / atMost, Math.min(level * atMost, unbounded));
    return Math.min(cut, 0.99 * tail);
  }

  /** The slope whose truncated exponential distribution has the mean, by bisection. */
  private static double slope(double mean, double length) {
    double low = 1 / LARGEST_SLOPE;
    double high = LARGEST_SLOPE;
    for (int i = 0; i < 50; i++) {
      double middle = Math.sqrt(low * high);
      if (truncatedMean(middle, length) > mean) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(low * high);
  }

  private static double truncatedMean(double slope, double length) {
    return 1 / slope - length / Math.expm1(slope * length);
  }

  /** By how much it adjusts the p-value at the level; above 1 where normal records alert less. */
  public double factor() {
    return adjusted(level) / level;
  }

  /** What it has learned, for {@link #restore}. */
  public byte[] state() {
    return StateBytes.write(
        VERSION,
        out -> {
          out.writeDouble(tail);
          out.writeDouble(records);
          out.writeDouble(inTail);
          out.writeDouble(logarithms);
          out.writeDouble(share);
          out.writeDouble(slope);
          out.writeInt(sinceEstimate);
        });
  }

  /**
   * Goes on from a state. One of another level, whose tail begins elsewhere, teaches nothing here.
   *
   * @throws IllegalArgumentException when the bytes are no such state
   */
  public void restore(byte[] state) {
    StateBytes.read("recalibration", VERSION, state, this::read);
  }

  private void read(StateBytes.Input in) throws IOException {
    boolean same = in.number(0, 1) == tail;
    double sawRecords = in.number(1, Double.MAX_VALUE);
    double sawInTail = in.number(0, sawRecords);
    double sawLogarithms = in.number(0, Double.MAX_VALUE);
    double sawShare = in.number(0, 1);
    double sawSlope = in.number(0, 2 * LARGEST_SLOPE);
    int since = in.integer(0, RECORDS_BETWEEN_ESTIMATES);
    if (same) {
      records = sawRecords;
      inTail = sawInTail;
      logarithms = sawLogarithms;
      share = sawShare;
      slope = sawSlope;
      sinceEstimate = since;
    }
  }
}
