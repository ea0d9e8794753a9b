package io.residua.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.Detector;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.fixture.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final long HALF_DAY = Duration.ofHours(12).toMillis();
  private final Detector detector = new Detector(Fixtures.smallModel());
  private final EventTable table = new EventTable(detector.layout());

  @Test
  void countsAtTheThresholdAndRanksOverall() {
    append(50, "food", 0);
    append(60, "travel", HALF_DAY);
    append(5000, "food", 2 * HALF_DAY);
    append(9000, "gambling", 3 * HALF_DAY);
    append(52, "food", 4 * HALF_DAY);

    Evaluation evaluation = Evaluator.evaluate(detector, table, labels(3, 4));

    assertThat(evaluation.rows()).isEqualTo(5);
    assertThat(evaluation.rejected()).isZero();
    assertThat(evaluation.anomalies()).isEqualTo(2);
    assertThat(evaluation.alerts()).isEqualTo(2);
    assertThat(evaluation.precision()).isEqualTo(0.5);
    assertThat(evaluation.recall()).isEqualTo(0.5);
    assertThat(evaluation.f1()).isEqualTo(0.5);
    assertThat(evaluation.falseAlarmRate()).isCloseTo(1 / 3., within(1e-12));
    assertThat(evaluation.budget()).isEqualTo(0.01);
    assertThat(evaluation.alertsPerDay()).isEqualTo(1);
    assertThat(evaluation.aucRoc())
        .isEqualTo(
            Ranking.aucRoc(scoresOfTable(), new boolean[] {false, false, false, true, true}));
    assertThat(evaluation.metrics())
        .containsOnlyKeys(
            "auc_roc",
            "auc_pr",
            "precision",
            "recall",
            "f1",
            "false_alarm_rate",
            "budget",
            "alerts_per_day");
  }

  @Test
  void rejectedRowsAreCountedAndLeftOut() {
    append(50, "food", 0);
    append(Double.NaN, null, HALF_DAY);
    append(5000, "food", HALF_DAY);

    Evaluation evaluation = Evaluator.evaluate(detector, table, labels(1, 2));

    assertThat(evaluation.rows()).isEqualTo(3);
    assertThat(evaluation.rejected()).isEqualTo(1);
    assertThat(evaluation.anomalies()).isEqualTo(1);
    assertThat(evaluation.scores().count()).isEqualTo(2);
    assertThat(evaluation.recall()).isEqualTo(1);
    assertThat(evaluation.aucRoc()).isEqualTo(1);
    assertThat(evaluation.aucPr()).isEqualTo(1);
  }

  @Test
  void withoutAnomaliesOnlyFalseAlarmsAreMeasured() {
    append(50, "food", 0);
    append(5000, "food", HALF_DAY);

    Evaluation evaluation = Evaluator.evaluate(detector, table, labels());

    assertThat(evaluation.aucRoc()).isNaN();
    assertThat(evaluation.aucPr()).isNaN();
    assertThat(evaluation.recall()).isNaN();
    assertThat(evaluation.f1()).isNaN();
    assertThat(evaluation.precision()).isZero();
    assertThat(evaluation.falseAlarmRate()).isEqualTo(0.5);
    assertThat(evaluation.metrics()).doesNotContainKeys("auc_roc", "auc_pr", "recall", "f1");
  }

  @Test
  void withoutNormalRowsOnlyRecallIsMeasured() {
    append(5000, "food", 0);

    Evaluation evaluation = Evaluator.evaluate(detector, table, labels(0));

    assertThat(evaluation.aucRoc()).isNaN();
    assertThat(evaluation.aucPr()).isNaN();
    assertThat(evaluation.falseAlarmRate()).isNaN();
    assertThat(evaluation.recall()).isEqualTo(1);
    assertThat(evaluation.f1()).isEqualTo(1);
  }

  @Test
  void withoutAlertsPrecisionIsNotMeasuredAndFOneIsZero() {
    append(50, "food", 0);
    append(51, "food", HALF_DAY);

    Evaluation evaluation = Evaluator.evaluate(detector, table, labels(0));

    assertThat(evaluation.alerts()).isZero();
    assertThat(evaluation.precision()).isNaN();
    assertThat(evaluation.f1()).isZero();
    assertThat(evaluation.alertsPerDay()).isZero();
  }

  @Test
  void alertsPerDayNeedTimeThatPasses() {
    append(5000, "food", HALF_DAY);
    append(5000, "food", HALF_DAY);
    assertThat(Evaluator.evaluate(detector, table, labels()).alertsPerDay()).isNaN();

    append(5000, "food", 3 * HALF_DAY);
    assertThat(Evaluator.evaluate(detector, table, labels()).alertsPerDay()).isEqualTo(3);

    append(5000, "food", Event.NO_TIME);
    assertThat(Evaluator.evaluate(detector, table, labels()).alertsPerDay()).isNaN();
  }

  @Test
  void anEmptyTableMeasuresNothing() {
    Evaluation evaluation = Evaluator.evaluate(detector, table, labels());

    assertThat(evaluation.rows()).isZero();
    assertThat(evaluation.metrics()).containsOnlyKeys("budget");
  }

  @Test
  void refusesATableOfAnotherLayout() {
    EventTable other =
        new EventTable(new EventLayout(List.of(), Optional.empty(), Optional.empty()));

    assertThatThrownBy(() -> Evaluator.evaluate(detector, other, new boolean[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a table of small's layout EventLayout[");
  }

  @Test
  void refusesLabelsThatAreNotOnePerRow() {
    append(50, "food", 0);

    assertThatThrownBy(() -> Evaluator.evaluate(detector, table, new boolean[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one label per row, got 2 labels for 1 rows");
  }

  private void append(double amount, String category, long time) {
    Event event = Fixtures.event(amount, category);
    event.setTime(time);
    table.append(event);
  }

  private boolean[] labels(int... anomalous) {
    boolean[] labels = new boolean[table.rows()];
    for (int row : anomalous) {
      labels[row] = true;
    }
    return labels;
  }

  private double[] scoresOfTable() {
    double[] scores = new double[table.rows()];
    Event event = new Event(table.layout());
    var scorer = detector.newScorer();
    for (int row = 0; row < scores.length; row++) {
      table.read(row, event);
      assertThat(scorer.score(event)).isNull();
      scores[row] = scorer.verdict().score();
    }
    return scores;
  }
}
