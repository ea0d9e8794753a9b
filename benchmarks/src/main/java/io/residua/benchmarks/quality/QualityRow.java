package io.residua.benchmarks.quality;

import java.util.List;
import java.util.Locale;

/**
 * What one family reached on one data set.
 *
 * @param trainingSeconds wall-clock time of the whole training, calibration included
 * @param multiplyAdds of one record's score
 */
record QualityRow(
    String dataset,
    String family,
    long seed,
    int trainRows,
    int testRows,
    int features,
    double aucRoc,
    double aucPr,
    double falseAlarmRate,
    double budget,
    double trainingSeconds,
    double multiplyAdds) {

  static final String CSV_HEADER =
      "dataset,family,seed,train_rows,test_rows,features,auc_roc,auc_pr,false_alarm_rate,budget,"
          + "training_seconds,multiply_adds";

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%d,%d,%.6f,%.6f,%.6f,%.6f,%.2f,%.0f",
        dataset,
        family,
        seed,
        trainRows,
        testRows,
        features,
        aucRoc,
        aucPr,
        falseAlarmRate,
        budget,
        trainingSeconds,
        multiplyAdds);
  }

  static final String TABLE_HEADER =
      String.format(
          Locale.ROOT,
          "%-20s %-14s %9s %9s %9s %9s %12s",
          "data set",
          "family",
          "features",
          "AUCROC",
          "AUCPR",
          "seconds",
          "mult-adds");

  String table() {
    return String.format(
        Locale.ROOT,
        "%-20s %-14s %9d %9.4f %9.4f %9.1f %12.0f",
        dataset,
        family,
        features,
        aucRoc,
        aucPr,
        trainingSeconds,
        multiplyAdds);
  }

  /** The mean over the data sets of one family. */
  static QualityRow mean(String family, long seed, List<QualityRow> rows) {
    return new QualityRow(
        "mean of " + rows.size(),
        family,
        seed,
        (int) mean(rows, QualityRow::trainRows),
        (int) mean(rows, QualityRow::testRows),
        (int) mean(rows, QualityRow::features),
        mean(rows, QualityRow::aucRoc),
        mean(rows, QualityRow::aucPr),
        mean(rows, QualityRow::falseAlarmRate),
        mean(rows, QualityRow::budget),
        mean(rows, QualityRow::trainingSeconds),
        mean(rows, QualityRow::multiplyAdds));
  }

  private static double mean(
      List<QualityRow> rows, java.util.function.ToDoubleFunction<QualityRow> figure) {
    return rows.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
