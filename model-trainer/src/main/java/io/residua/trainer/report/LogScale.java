package io.residua.trainer.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal ratios.
 *
 * @param low value at the axis's start; raised to {@link #LEAST}
 * @param high value at its end; lowered to {@link #MOST}; an axis without extent is widened around
 *     its value
 */
record LogScale(double low, double high) implements Scale {
  static final double LEAST = 1e-290;
  static final double MOST = 1e290;
  private static final int MOST_DECADES = 7;

  LogScale {
    low = Math.max(LEAST, Math.min(MOST, low));
    high = Math.max(LEAST, Math.min(MOST, high));
    if (!(low < high)) {
      high = low * 2;
      low = low / 2;
    }
  }

  @Override
  public double place(double value) {
    double least = Math.log10(low);
    double place = (Math.log10(Math.max(LEAST, value)) - least) / (Math.log10(high) - least);
    return Math.max(0, Math.min(1, place));
  }

  /** The value at a place from 0 to 1. */
  double value(double place) {
    return Math.pow(10, Math.log10(low) * (1 - place) + Math.log10(high) * place);
  }

  @Override
  public List<Double> ticks() {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    List<Double> ticks =
        last - first <= 3
            ? inside(first, last, 1, new double[] {1, 2, 5})
            : inside(first, last, 1 + (last - first) / (MOST_DECADES + 1), new double[] {1});
    return ticks.size() > 1 ? ticks : new LinearScale(low, high).ticks();
  }

  private List<Double> inside(int first, int last, int stride, double[] factors) {
    List<Double> ticks = new ArrayList<>();
    for (int decade = first; decade <= last; decade += stride) {
      for (double factor : factors) {
        double tick = Double.parseDouble(factor + "e" + decade);
        if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
