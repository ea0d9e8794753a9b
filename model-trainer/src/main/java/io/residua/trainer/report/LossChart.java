package io.residua.trainer.report;

import io.residua.trainer.evaluate.Curves.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Training and validation loss by step, with the step whose weights were kept. */
final class LossChart {
  private LossChart() {}

  /** The step of the lowest validation loss, the earliest of equals. */
  static Optional<LossPoint> best(List<LossPoint> losses) {
    return losses.stream()
        .filter(point -> Double.isFinite(point.validation()))
        .min(Comparator.comparingDouble(LossPoint::validation));
  }

  static void write(ReportData data, Markup page) {
    Chart.open(
        page,
        "Loss",
        "Mean reconstruction loss on training and on held-out rows. The weights of the step with"
            + " the lowest validation loss are the model's.");
    double[] drawn = finite(data.losses());
    if (drawn.length == 0) {
      page.element("p", "The training recorded no loss.");
    } else {
      Chart.legend(page, Tone.MAIN, "training", Tone.SECOND, "validation");
      plot(data.losses(), drawn, page);
    }
    Chart.close(page);
  }

  private static void plot(List<LossPoint> losses, double[] drawn, Markup page) {
    long first = losses.get(0).step();
    long last = losses.get(losses.size() - 1).step();
    SvgPlot plot =
        SvgPlot.open(
            page,
            "Loss by training step",
            new LinearScale(first, last),
            "step",
            scale(drawn),
            "loss");
    plot.line(points(losses, LossPoint::training), Tone.MAIN);
    plot.line(points(losses, LossPoint::validation), Tone.SECOND);
    best(losses)
        .ifPresent(
            best ->
                plot.upright(best.step(), "best: step " + best.step(), Tone.LIMIT)
                    .dot(new Point(best.step(), best.validation()), Tone.LIMIT));
    plot.close();
  }

  private static double[] finite(List<LossPoint> losses) {
    return losses.stream()
        .flatMapToDouble(point -> DoubleStream.of(point.training(), point.validation()))
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  private static Scale scale(double[] sorted) {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    return low > 0 ? new LogScale(low, high) : new LinearScale(low, high);
  }

  private static List<Point> points(List<LossPoint> losses, ToDoubleFunction<LossPoint> loss) {
    return losses.stream()
        .filter(point -> !Double.isNaN(loss.applyAsDouble(point)))
        .map(point -> new Point(point.step(), loss.applyAsDouble(point)))
        .toList();
  }
}
