package io.residua.benchmarks.series;

import io.residua.trainer.evaluate.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How well one key's anomalies were found. Rows that alert and lie less than {@value #GAP} rows
 * apart are one event; an incident is a run of rows labelled 1. An incident widened by {@value
 * #TOLERANCE} rows on both sides is found when an event meets it, and an event that meets none is a
 * false alarm.
 *
 * @param rows test rows
 * @param aucRoc point-wise, of the score as it is; NaN where no row or every row is labelled 1
 * @param aucPr average precision, point-wise
 * @param timeInAlarm share of the rows that alert, 0 to 1
 * @param longestAlarmRows rows from the first to the last alert of the longest event
 */
record SeriesRow(
    String key,
    int rows,
    double aucRoc,
    double aucPr,
    int incidents,
    int incidentsFound,
    int falseAlarmEvents,
    CulpritHits culprits,
    double timeInAlarm,
    int longestAlarmRows) {
  static final int GAP = 10;
  static final int TOLERANCE = 10;

  static final String CSV_HEADER =
      "key,auc_roc,auc_pr,incidents,incidents_found,false_alarm_events,culprit_hits,"
          + "culprit_hits_by_chance,culprit_hits_possible,culprits,time_in_alarm,"
          + "longest_alarm_rows,rows";
  static final String TABLE_HEADER =
      "| key | AUCROC | AUCPR | incidents found | false-alarm events | culprits hit | by chance"
          + " | possible | time in alarm | longest alarm |\n|---|---|---|---|---|---|---|---|---|---|";

  static SeriesRow of(String key, boolean[] labels, SeriesScores scores, CulpritHits culprits) {
    List<RowRange> incidents = RowRange.of(labels, 2);
    List<RowRange> events = RowRange.of(scores.alerts(), GAP);
    int alerting = 0;
    for (boolean alert : scores.alerts()) {
      alerting += alert ? 1 : 0;
    }
    return new SeriesRow(
        key,
        labels.length,
        Ranking.aucRoc(scores.scores(), labels),
        Ranking.averagePrecision(scores.scores(), labels),
        incidents.size(),
        (int) incidents.stream().filter(incident -> meetsAny(incident, events)).count(),
        (int) events.stream().filter(event -> !meetsAny(event, incidents)).count(),
        culprits,
        (double) alerting / labels.length,
        events.stream().mapToInt(RowRange::rows).max().orElse(0));
  }

  private static boolean meetsAny(RowRange range, List<RowRange> others) {
    return others.stream().anyMatch(other -> range.meets(other, TOLERANCE));
  }

  /** Means of areas and time in alarm over the keys that have them, sums of all counts. */
  static SeriesRow all(List<SeriesRow> rows) {
    return new SeriesRow(
        "all keys",
        (int) sum(rows, SeriesRow::rows),
        mean(rows, SeriesRow::aucRoc),
        mean(rows, SeriesRow::aucPr),
        (int) sum(rows, SeriesRow::incidents),
        (int) sum(rows, SeriesRow::incidentsFound),
        (int) sum(rows, SeriesRow::falseAlarmEvents),
        rows.stream().map(SeriesRow::culprits).reduce(CulpritHits.NONE, CulpritHits::and),
        mean(rows, SeriesRow::timeInAlarm),
        rows.stream().mapToInt(SeriesRow::longestAlarmRows).max().orElse(0));
  }

  private static double sum(List<SeriesRow> rows, ToDoubleFunction<SeriesRow> figure) {
    return rows.stream().mapToDouble(figure).sum();
  }

  private static double mean(List<SeriesRow> rows, ToDoubleFunction<SeriesRow> figure) {
    return rows.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%.4f,%.4f,%d,%d,%d,%d,%.1f,%d,%d,%.5f,%d,%d",
        key,
        aucRoc,
        aucPr,
        incidents,
        incidentsFound,
        falseAlarmEvents,
        culprits.hits(),
        culprits.byChance(),
        culprits.possible(),
        culprits.culprits(),
        timeInAlarm,
        longestAlarmRows,
        rows);
  }

  String table() {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %d of %d | %d | %d | %.1f | %d | %.2f %% | %,d rows |",
        key,
        aucRoc,
        aucPr,
        incidentsFound,
        incidents,
        falseAlarmEvents,
        culprits.hits(),
        culprits.byChance(),
        culprits.possible(),
        100 * timeInAlarm,
        longestAlarmRows);
  }
}
