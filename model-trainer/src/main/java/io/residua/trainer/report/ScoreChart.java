package io.residua.trainer.report;

import io.residua.trainer.evaluate.Evaluation;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How the scores of normal records spread, where the threshold lies, and where anomalies fall. */
final class ScoreChart {
  private static final int BINS = 64;
  private static final double LESS_THAN_ONE_RECORD = 0.5;

  private ScoreChart() {}

  static void write(ReportData data, Markup page) {
    Chart.open(
        page,
        "Scores",
        "How many held-out normal records have which score; both axes are logarithmic. A record at"
            + " or right of the threshold is an anomaly.");
    double[] normal = finite(data.heldOutScores());
    double[] anomalous =
        finite(
            data.evaluation().map(Evaluation::scores).map(s -> s.anomalyScores()).orElse(none()));
    int left = data.heldOutScores().length - normal.length;
    if (left > 0) {
      page.element("p", Figure.of(left) + " scores are not finite and not drawn.");
    }
    if (normal.length + anomalous.length == 0) {
      page.element("p", "There is no score to draw.");
    } else {
      plot(normal, anomalous, data, page);
    }
    Chart.close(page);
  }

  private static void plot(double[] normal, double[] anomalous, ReportData data, Markup page) {
    LogScale across = across(normal, anomalous, data.threshold());
    Histogram normals = new Histogram(across, BINS, normal);
    Histogram anomalies = new Histogram(across, BINS, anomalous);
    double highest = Math.max(normals.highest(), anomalies.highest());
    if (anomalous.length == 0) {
      Chart.legend(page, Tone.MAIN, "held-out normal records");
    } else {
      Chart.legend(page, Tone.MAIN, "held-out normal records", Tone.SECOND, "labelled anomalies");
    }
    SvgPlot plot =
        SvgPlot.open(
            page,
            "Histogram of scores",
            across,
            "score",
            new LogScale(LESS_THAN_ONE_RECORD, highest * 1.3),
            "records");
    normals.draw(plot, Tone.MAIN);
    anomalies.draw(plot, Tone.SECOND);
    if (Double.isFinite(data.threshold())) {
      plot.upright(data.threshold(), "threshold " + Figure.of(data.threshold()), Tone.LIMIT);
    }
    plot.close();
  }

  private static LogScale across(double[] normal, double[] anomalous, double threshold) {
    double[] positive =
        DoubleStream.concat(
                DoubleStream.of(threshold),
                DoubleStream.concat(Arrays.stream(normal), Arrays.stream(anomalous)))
            .filter(value -> value > 0 && Double.isFinite(value))
            .sorted()
            .toArray();
    return positive.length == 0
        ? new LogScale(1, 1)
        : new LogScale(positive[0] / 1.1, positive[positive.length - 1] * 1.1);
  }

  private static double[] finite(double[] scores) {
    return Arrays.stream(scores).filter(Double::isFinite).toArray();
  }

  private static double[] none() {
    return new double[0];
  }
}
