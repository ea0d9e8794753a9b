package io.residua.benchmarks.quality;

import io.residua.detector.calibration.Calibration;
import io.residua.detector.calibration.Recalibration;
import io.residua.detector.definition.Defaults;
import io.residua.trainer.evaluate.LabelledScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many of a data set's normal test rows would alert under one budget, beside how many may.
 * Labels choose the rows that are counted and nothing else.
 *
 * @param calibrationRows normal scores that the p-values come from
 * @param normalRows test rows labelled as normal that were scored
 * @param oneIn the budget: one normal record in so many may alert
 * @param falseAlarms normal test rows that alert
 * @param judged whether this is the rarest budget that the rows can tell of
 */
record BudgetRow(
    String dataset,
    String family,
    long seed,
    long calibrationRows,
    int normalRows,
    int oneIn,
    int falseAlarms,
    boolean judged) {
  /**
   * Fewer expected false alarms tell nothing: of 20, a perfect threshold gives 14 to 30 in nine
   * cases of ten, which is a factor of 1.5.
   */
  private static final int ENOUGH_EXPECTED = 20;

  private static final double MOST_ADJUSTED = Defaults.RECALIBRATION.atMost();

  /** Rarest first. */
  private static final List<Integer> BUDGETS = List.of(1000, 200, 100, 50, 20);

  static final String CSV_HEADER =
      "dataset,family,seed,calibration_rows,normal_test_rows,one_in,expected_false_alarms,"
          + "false_alarms,ratio,enough_rows,judged";

  /**
   * One row for each budget, rarest first.
   *
   * @param scores of the test rows, in their order
   * @param recalibrate over how many records p-values follow drift; empty where they do not
   */
  static List<BudgetRow> of(
      String dataset,
      String family,
      long seed,
      Calibration calibration,
      LabelledScores scores,
      Optional<Integer> recalibrate) {
    int judged =
        BUDGETS.stream()
            .filter(oneIn -> scores.normals() >= ENOUGH_EXPECTED * oneIn)
            .findFirst()
            .orElse(0);
    return BUDGETS.stream()
        .map(
            oneIn ->
                new BudgetRow(
                    dataset,
                    family,
                    seed,
                    calibration.body().count(),
                    scores.normals(),
                    oneIn,
                    falseAlarms(1.0 / oneIn, calibration, scores, recalibrate),
                    oneIn == judged))
        .toList();
  }

  private static int falseAlarms(
      double significance,
      Calibration calibration,
      LabelledScores scores,
      Optional<Integer> recalibrate) {
    Optional<Recalibration> drift =
        recalibrate.map(over -> new Recalibration(significance, over, MOST_ADJUSTED));
    int falseAlarms = 0;
    for (int row = 0; row < scores.count(); row++) {
      double known = calibration.pValue(scores.score(row));
      double pValue = drift.isEmpty() ? known : drift.get().adjust(known);
      falseAlarms += pValue <= significance && !scores.isAnomaly(row) ? 1 : 0;
    }
    return falseAlarms;
  }

  double expected() {
    return (double) normalRows / oneIn;
  }

  /** Whether so many normal rows can tell a kept budget from a broken one. */
  boolean enough() {
    return expected() >= ENOUGH_EXPECTED;
  }

  /** False alarms over expected ones. */
  double ratio() {
    return falseAlarms / expected();
  }

  boolean within(double factor) {
    return ratio() <= factor && ratio() >= 1 / factor;
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%d,%d,%.1f,%d,%.3f,%s,%s",
        dataset,
        family,
        seed,
        calibrationRows,
        normalRows,
        oneIn,
        expected(),
        falseAlarms,
        ratio(),
        enough(),
        judged);
  }

  /** How many data sets keep which budget, one line for each budget and one for the judged ones. */
  static List<String> summary(List<BudgetRow> rows) {
    List<String> lines = new ArrayList<>();
    for (int oneIn : BUDGETS) {
      lines.add(
          line(
              "1 in " + oneIn,
              rows.stream().filter(row -> row.oneIn == oneIn && row.enough()).toList()));
    }
    lines.add(line("rarest that can be told", rows.stream().filter(BudgetRow::judged).toList()));
    return lines;
  }

  private static String line(String budget, List<BudgetRow> rows) {
    return String.format(
        Locale.ROOT,
        "budget %-24s %2d sets can tell, %2d within 1.5, %2d within 2",
        budget,
        rows.size(),
        rows.stream().filter(row -> row.within(1.5)).count(),
        rows.stream().filter(row -> row.within(2)).count());
  }
}
