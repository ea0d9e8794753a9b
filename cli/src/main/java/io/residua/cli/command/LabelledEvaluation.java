package io.residua.cli.command;

import io.residua.cli.option.Output;
import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.event.EventTable;
import io.residua.detector.history.HistoryMemory;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.data.ReadOptions;
import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.evaluate.Evaluator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An evaluation as a command's work. */
final class LabelledEvaluation {
  private static final long SEED = 1;

  private LabelledEvaluation() {}

  static void run(ModelBundle model, DataSelection data, String label, Output output)
      throws DataException {
    Detector detector = new Detector(model);
    ReadOptions options = ReadOptions.defaults(SEED).withLabel(Optional.of(label));
    try (DataReader reader = DataReader.open(data)) {
      DataTable table = reader.table(detector.layout(), options);
      table.warnings().forEach(warning -> output.note("warning: " + warning));
      EventTable events = new HistoryMemory(detector.history()).replay(table.events());
      Evaluation evaluation = Evaluator.evaluate(detector, events, table.labels().orElseThrow());
      output.result(fields(detector, evaluation, table.rejected()), text(evaluation));
    }
  }

  static Map<String, Object> fields(Detector detector, Evaluation evaluation, long unreadable) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("detector", detector.name());
    fields.put("version", detector.version());
    fields.put("rows", evaluation.rows() + unreadable);
    fields.put("rejected", evaluation.rejected() + unreadable);
    fields.put("anomalies", evaluation.anomalies());
    fields.put("alerts", evaluation.alerts());
    fields.put("auc_roc", finite(evaluation.aucRoc()));
    fields.put("auc_pr", finite(evaluation.aucPr()));
    fields.put("precision", finite(evaluation.precision()));
    fields.put("recall", finite(evaluation.recall()));
    fields.put("f1", finite(evaluation.f1()));
    fields.put("false_alarm_rate", finite(evaluation.falseAlarmRate()));
    fields.put("budget", finite(evaluation.budget()));
    fields.put("alerts_per_day", finite(evaluation.alertsPerDay()));
    return fields;
  }

  private static String text(Evaluation evaluation) {
    return String.join(
        "\n",
        "rows              %,d, of which %,d anomalies and %,d rejected"
            .formatted(evaluation.rows(), evaluation.anomalies(), evaluation.rejected()),
        "AUC ROC           " + figure(evaluation.aucRoc()),
        "AUC PR            " + figure(evaluation.aucPr()),
        "precision         " + figure(evaluation.precision()),
        "recall            " + figure(evaluation.recall()),
        "F1                " + figure(evaluation.f1()),
        "false alarm rate  %s (budget %s)"
            .formatted(share(evaluation.falseAlarmRate()), share(evaluation.budget())),
        "alerts            %,d, %s a day"
            .formatted(evaluation.alerts(), figure(evaluation.alertsPerDay())));
  }

  /** JSON knows no NaN; null says that the labels cannot carry the figure. */
  private static Double finite(double figure) {
    return Double.isFinite(figure) ? Double.valueOf(figure) : null;
  }

  private static String figure(double figure) {
    return Double.isFinite(figure) ? String.format(Locale.ROOT, "%.3f", figure) : "not known";
  }

  private static String share(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.5f", share) : "not known";
  }
}
