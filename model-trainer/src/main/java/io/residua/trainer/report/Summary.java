package io.residua.trainer.report;

import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.trial.TrialTable;
import java.util.List;
import java.util.Map;

/** The figures to read first, and the tables to look things up in. */
final class Summary {
  private Summary() {}

  static void tiles(ReportData data, Markup page) {
    page.open("dl", "class", "tiles");
    tile("training rows", Figure.of(data.trainingRows()), page);
    tile("held-out rows", Figure.of(data.heldOutScores().length), page);
    tile("fields", Figure.of(data.fieldErrors().size()), page);
    LossChart.best(data.losses())
        .ifPresent(best -> tile("validation loss", Figure.of(best.validation()), page));
    tile("threshold", Figure.of(data.threshold()), page);
    tile("budget", Figure.oneIn(data.budget()), page);
    data.evaluation().ifPresent(evaluation -> tiles(evaluation, page));
    page.close();
  }

  private static void tiles(Evaluation evaluation, Markup page) {
    tile("AUC ROC", Figure.of(evaluation.aucRoc()), page);
    tile("AUC PR", Figure.of(evaluation.aucPr()), page);
    tile("recall", Figure.of(evaluation.recall()), page);
    tile("false-alarm rate", Figure.of(evaluation.falseAlarmRate()), page);
  }

  static void evaluation(Evaluation evaluation, Markup page) {
    page.open("section").element("h2", "Evaluation").open("table");
    row("rows", Figure.of(evaluation.rows()), page);
    row("rejected", Figure.of(evaluation.rejected()), page);
    row("labelled anomalies", Figure.of(evaluation.anomalies()), page);
    row("alerts", Figure.of(evaluation.alerts()), page);
    row("area under the ROC curve", Figure.of(evaluation.aucRoc()), page);
    row("average precision", Figure.of(evaluation.aucPr()), page);
    row("precision", Figure.of(evaluation.precision()), page);
    row("recall", Figure.of(evaluation.recall()), page);
    row("F1", Figure.of(evaluation.f1()), page);
    row("false-alarm rate", Figure.of(evaluation.falseAlarmRate()), page);
    row("budget", Figure.of(evaluation.budget()), page);
    row("alerts per day", Figure.of(evaluation.alertsPerDay()), page);
    page.close().close();
  }

  static void table(String heading, Map<String, String> lines, Markup page) {
    if (!lines.isEmpty()) {
      page.open("section").element("h2", heading).open("table");
      lines.forEach((name, value) -> row(name, value, page));
      page.close().close();
    }
  }

  static void trials(TrialTable table, Markup page) {
    page.open("section").element("h2", "Trials").open("table", "class", "trials").open("tr");
    table.columns().forEach(name -> page.element("th", name, "scope", "col"));
    page.close();
    for (List<String> cells : table.rows()) {
      page.open("tr").element("th", cells.get(0), "scope", "row");
      for (int i = 1; i < cells.size(); i++) {
        boolean last = i == cells.size() - 1;
        page.element("td", cells.get(i), "colspan", last ? table.columns().size() - i : 1);
      }
      page.close();
    }
    page.close().element("p", table.why()).close();
  }

  private static void tile(String name, String value, Markup page) {
    page.open("div").element("dt", name).element("dd", value).close();
  }

  private static void row(String name, String value, Markup page) {
    page.open("tr").element("th", name, "scope", "row").element("td", value).close();
  }
}
