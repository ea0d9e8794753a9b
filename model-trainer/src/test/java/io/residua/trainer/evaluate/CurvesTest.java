package io.residua.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.evaluate.Curves.Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvesTest {
  @Test
  void everyThresholdIsAPoint() {
    LabelledScores rows =
        new LabelledScores(new double[] {4, 3, 2, 1}, new boolean[] {true, false, true, false});

    Curves curves = Curves.of(rows);

    assertThat(curves.receiverOperatingCharacteristic())
        .containsExactly(
            new Point(0, 0),
            new Point(0, 0.5),
            new Point(0.5, 0.5),
            new Point(0.5, 1),
            new Point(1, 1));
    assertThat(curves.precisionRecall()).containsExactly(new Point(0.5, 1), new Point(1, 2 / 3.));
  }

  @Test
  void curvesAreEmptyWithoutBothClasses() {
    LabelledScores rows = new LabelledScores(new double[] {1, 2}, new boolean[2]);

    assertThat(Curves.of(rows)).isEqualTo(new Curves(List.of(), List.of()));
  }

  @Test
  void manyRowsAreThinnedWithoutMovingTheArea() {
    LabelledScores rows = randomRows(20_000);

    Curves curves = Curves.of(rows);

    List<Point> roc = curves.receiverOperatingCharacteristic();
    assertThat(roc).hasSizeBetween(200, Curves.MOST_POINTS).contains(new Point(0, 0));
    assertThat(roc.get(roc.size() - 1)).isEqualTo(new Point(1, 1));
    assertThat(curves.precisionRecall()).hasSizeBetween(200, Curves.MOST_POINTS);
    assertThat(trapezoids(roc)).isCloseTo(Ranking.aucRoc(rows), within(1e-3));
  }

  private static LabelledScores randomRows(int count) {
    Random random = new Random(7);
    double[] scores = new double[count];
    boolean[] labels = new boolean[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 10 == 0;
      scores[i] = random.nextGaussian() + (labels[i] ? 1 : 0);
    }
    return new LabelledScores(scores, labels);
  }

  private static double trapezoids(List<Point> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point left = points.get(i - 1);
      Point right = points.get(i);
      area += (right.x() - left.x()) * (right.y() + left.y()) / 2;
    }
    return area;
  }
}
