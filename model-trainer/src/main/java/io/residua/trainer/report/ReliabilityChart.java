package io.residua.trainer.report;

import io.residua.trainer.evaluate.Curves.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether p-values keep their word: how many normal records fall at or below each p-value. */
final class ReliabilityChart {
  private static final int POINTS = 60;

  private ReliabilityChart() {}

  static void write(ReportData data, Markup page) {
    double[] sorted = Arrays.stream(data.pValues()).filter(p -> p > 0 && p <= 1).sorted().toArray();
    if (sorted.length == 0) {
      return;
    }
    Chart.open(
        page,
        "Reliability of the p-values",
        "Share of "
            + Figure.of(sorted.length)
            + " normal records whose p-value is at most α, against α. On the diagonal the budget"
            + " is kept; above it there are more false alarms than promised. The band holds 95 % of"
            + " the cases if records are independent.");
    Chart.legend(
        page, Tone.MAIN, "realised share", Tone.QUIET, "promised, with the 95 % binomial band");
    plot(sorted, data.budget(), page);
    Chart.close(page);
  }

  private static void plot(double[] sorted, double budget, Markup page) {
    double least = Math.min(0.1, Math.min(budget, 1.0 / sorted.length)) / 2;
    LogScale scale = new LogScale(least, 1);
    List<Point> realised = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    List<Point> upper = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      double alpha = Math.min(1, scale.value((double) i / POINTS));
      realised.add(new Point(alpha, share(sorted, alpha)));
      lower.add(new Point(alpha, BinomialBand.lower(sorted.length, alpha)));
      upper.add(new Point(alpha, BinomialBand.upper(sorted.length, alpha)));
    }
    SvgPlot plot =
        SvgPlot.open(
            page, "Realised against promised share", scale, "α", scale, "share with p ≤ α");
    plot.band(lower, upper, Tone.QUIET)
        .line(List.of(new Point(least, least), new Point(1, 1)), Tone.QUIET)
        .line(realised, Tone.MAIN)
        .upright(budget, "budget " + Figure.oneIn(budget), Tone.LIMIT);
    plot.close();
  }

  private static double share(double[] sorted, double alpha) {
    int count = 0;
    while (count < sorted.length && sorted[count] <= alpha) {
      count++;
    }
    return (double) count / sorted.length;
  }
}
