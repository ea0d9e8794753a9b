package io.residua.trainer.report;

import java.util.Arrays;

/** Counts of values in bins of equal ratio. */
final class Histogram {
  private final LogScale scale;
  private final long[] counts;

  /**
   * @param values finite; what lies outside the scale counts in its first or last bin
   */
  Histogram(LogScale scale, int bins, double[] values) {
    this.scale = scale;
    this.counts = new long[bins];
    for (double value : values) {
      counts[(int) Math.min(bins - 1, scale.place(value) * bins)]++;
    }
  }

  long highest() {
    return Arrays.stream(counts).max().orElse(0);
  }

  void draw(SvgPlot plot, Tone tone) {
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] > 0) {
        plot.bar(edge(bin), edge(bin + 1), counts[bin], tone);
      }
    }
  }

  private double edge(int bin) {
    return scale.value((double) bin / counts.length);
  }
}
