package io.residua.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** An axis: linear from 0, or logarithmic between two powers of ten. */
final class Axis {
  private static final int TICKS = 5;

  private final boolean logarithmic;
  private final double low;
  private final double high;

  private Axis(boolean logarithmic, double low, double high) {
    this.logarithmic = logarithmic;
    this.low = low;
    this.high = high;
  }

  /**
   * One that holds all values.
   *
   * @throws IllegalArgumentException for a logarithmic one when a value is not above 0
   */
  static Axis of(boolean logarithmic, double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (!logarithmic) {
      double step = step(Math.max(most, 0) - Math.min(least, 0));
      return new Axis(
          false, Math.floor(Math.min(least, 0) / step) * step, Math.ceil(most / step) * step);
    }
    if (!(least > 0)) {
      throw new IllegalArgumentException("a logarithmic axis holds values above 0, found " + least);
    }
    double from = Math.floor(Math.log10(least));
    return new Axis(true, from, Math.max(from + 1, Math.ceil(Math.log10(most))));
  }

  /** 0 at the axis's start, 1 at its end. */
  double place(double value) {
    return ((logarithmic ? Math.log10(value) : value) - low) / (high - low);
  }

  /** Round values from the start to the end. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    double step = logarithmic ? 1 : step(high - low);
    for (int i = 0; low + i * step <= high + step / 1000; i++) {
      double at = low + i * step;
      ticks.add(logarithmic ? Math.pow(10, at) : at);
    }
    return ticks;
  }

  /** The next 1, 2 or 5 times a power of ten. */
  private static double step(double span) {
    double rough = span > 0 ? span / TICKS : 1;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double times = rough / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }
}
