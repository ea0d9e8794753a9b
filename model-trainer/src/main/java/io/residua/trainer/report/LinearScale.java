package io.residua.trainer.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal steps.
 *
 * @param low value at the axis's start, finite
 * @param high value at its end, finite; an axis without extent is widened around its value
 */
record LinearScale(double low, double high) implements Scale {
  private static final int STEPS = 5;

  LinearScale {
    if (!(low < high)) {
      double margin = low == 0 ? 1 : Math.abs(low) / 2;
      high = low + margin;
      low = low - margin;
    }
  }

  @Override
  public double place(double value) {
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  @Override
  public List<Double> ticks() {
    double step = step((high - low) / STEPS);
    List<Double> ticks = new ArrayList<>();
    double last = Math.floor(high / step * (1 + 1e-12));
    for (double i = Math.ceil(low / step * (1 - 1e-12)); i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** The smallest of 1, 2, 5 and 10 times a power of ten that is not below the wanted step. */
  private static double step(double wanted) {
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= wanted) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
