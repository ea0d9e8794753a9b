package io.residua.benchmarks.latency;

import org.HdrHistogram.Histogram;

/** Makes histograms of microseconds, from one to ten minutes, to three digits. */
final class LatencyHistogram {
  private static final long MOST_MICROS = 600_000_000;
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1000;

  private LatencyHistogram() {}

  static Histogram create() {
    return new Histogram(MOST_MICROS, DIGITS);
  }

  /** Adds a latency; one beyond the histogram's end counts as its end. */
  static void add(Histogram micros, long nanos) {
    micros.recordValue(Math.min(MOST_MICROS, Math.max(0, nanos / NANOS_PER_MICRO)));
  }
}
