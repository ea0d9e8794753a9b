package io.residua.trainer.report;

import io.residua.trainer.evaluate.Curves;
import io.residua.trainer.evaluate.Curves.Point;
import io.residua.trainer.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** The two curves that labels allow; left out where the labels do not hold both classes. */
final class LabelCharts {
  private static final Scale SHARE = new LinearScale(0, 1);

  private LabelCharts() {}

  static void write(Evaluation evaluation, Markup page) {
    if (!evaluation.scores().hasBothClasses()) {
      return;
    }
    Curves curves = evaluation.curves();
    receiverOperatingCharacteristic(evaluation, curves, page);
    precisionRecall(evaluation, curves, page);
  }

  private static void receiverOperatingCharacteristic(
      Evaluation evaluation, Curves curves, Markup page) {
    Chart.open(
        page,
        "ROC curve",
        "Share of the anomalies found against the share of normal records reported, at every"
            + " threshold. Area %s; the diagonal is chance. The dot is the detector's threshold."
                .formatted(Figure.of(evaluation.aucRoc())));
    SvgPlot plot =
        SvgPlot.open(
            page, "Receiver operating characteristic", SHARE, "false-alarm rate", SHARE, "recall");
    plot.line(List.of(new Point(0, 0), new Point(1, 1)), Tone.QUIET)
        .line(curves.receiverOperatingCharacteristic(), Tone.MAIN)
        .dot(new Point(evaluation.falseAlarmRate(), evaluation.recall()), Tone.LIMIT)
        .close();
    Chart.close(page);
  }

  private static void precisionRecall(Evaluation evaluation, Curves curves, Markup page) {
    double chance = (double) evaluation.anomalies() / evaluation.scores().count();
    Chart.open(
        page,
        "Precision and recall",
        "Share of the reported records that are anomalies against the share of the anomalies found,"
            + " at every threshold. Average precision %s; chance is %s. The dot is the detector's"
                .formatted(Figure.of(evaluation.aucPr()), Figure.of(chance))
            + " threshold.");
    SvgPlot plot = SvgPlot.open(page, "Precision by recall", SHARE, "recall", SHARE, "precision");
    plot.line(List.of(new Point(0, chance), new Point(1, chance)), Tone.QUIET)
        .line(steps(curves.precisionRecall()), Tone.MAIN);
    if (Double.isFinite(evaluation.precision())) {
      plot.dot(new Point(evaluation.recall(), evaluation.precision()), Tone.LIMIT);
    }
    plot.close();
    Chart.close(page);
  }

  /** Each precision holds from the recall before to its own, as average precision counts it. */
  private static List<Point> steps(List<Point> points) {
    List<Point> steps = new ArrayList<>();
    double recall = 0;
    for (Point point : points) {
      steps.add(new Point(recall, point.y()));
      steps.add(point);
      recall = point.x();
    }
    return steps;
  }
}
