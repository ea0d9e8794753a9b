package io.residua.trainer.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The curves behind the two areas, thinned for drawing.
 *
 * @param receiverOperatingCharacteristic false-alarm rate (x) against recall (y), from (0, 0) to
 *     (1, 1); empty when the labels do not hold both classes
 * @param precisionRecall recall (x) against precision (y) at the thresholds that find more
 *     anomalies than the one before, highest threshold first, to be drawn as steps; empty when the
 *     labels do not hold both classes
 */
public record Curves(List<Point> receiverOperatingCharacteristic, List<Point> precisionRecall) {
  /** The most points that a curve keeps. */
  public static final int MOST_POINTS = 500;

  /** A point of a curve; both coordinates in 0 to 1. */
  public record Point(double x, double y) {}

  public Curves {
    receiverOperatingCharacteristic = List.copyOf(receiverOperatingCharacteristic);
    precisionRecall = List.copyOf(precisionRecall);
  }

  public static Curves of(LabelledScores rows) {
    if (!rows.hasBothClasses()) {
      return new Curves(List.of(), List.of());
    }
    ThresholdSweep sweep = new ThresholdSweep(rows);
    return new Curves(
        thinned(receiverOperatingCharacteristic(sweep), point -> (point.x + point.y) / 2),
        thinned(precisionRecall(sweep), Point::x));
  }

  private static List<Point> receiverOperatingCharacteristic(ThresholdSweep sweep) {
    List<Point> points = new ArrayList<>();
    for (int step = 0; step <= sweep.steps(); step++) {
      points.add(new Point(sweep.falseAlarmRate(step), sweep.recall(step)));
    }
    return points;
  }

  private static List<Point> precisionRecall(ThresholdSweep sweep) {
    List<Point> points = new ArrayList<>();
    for (int step = 1; step <= sweep.steps(); step++) {
      if (sweep.recall(step) > sweep.recall(step - 1)) {
        points.add(new Point(sweep.recall(step), sweep.precision(step)));
      }
    }
    return points;
  }

  /**
   * Keeps both ends, and between them points that progress by more than a pixel of any drawing.
   *
   * @param progress rises from 0 to 1 along the points, so that it bounds how many are kept
   */
  private static List<Point> thinned(List<Point> points, ToDoubleFunction<Point> progress) {
    double stride = 1.0 / (MOST_POINTS - 2);
    List<Point> kept = new ArrayList<>();
    double reached = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      double here = progress.applyAsDouble(points.get(i));
      if (here - reached >= stride || i == points.size() - 1) {
        kept.add(points.get(i));
        reached = here;
      }
    }
    return kept;
  }
}
