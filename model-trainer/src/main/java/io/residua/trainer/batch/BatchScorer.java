package io.residua.trainer.batch;

import io.residua.detector.Detector;
import io.residua.detector.Scorer;
import io.residua.detector.Verdict;
import io.residua.detector.alert.FieldContribution;
import io.residua.detector.event.Event;
import io.residua.detector.event.Rejection;
import io.residua.detector.history.HistoryMemory;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.EventRows;
import io.residua.trainer.data.WidenedFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Scores data row by row and writes it with the added columns {@code score}, {@code p_value},
 * {@code severity}, {@code anomaly}, {@code top_fields} (most contributing first, with their
 * shares), {@code embedding} (the latent vector as a JSON array) and {@code reject} (why a row has
 * no score). Row order is kept; the output appears complete or not at all.
 */
public final class BatchScorer {
  private static final Map<String, String> COLUMNS = columns();

  private final Detector detector;
  private final Scorer scorer;
  private final HistoryMemory history;
  private long scored;
  private long rejected;
  private long anomalies;

  private BatchScorer(Detector detector) {
    this.detector = detector;
    this.scorer = detector.newScorer();
    this.history = new HistoryMemory(detector.history());
  }

  /**
   * Scores data into a file.
   *
   * @param output its name's end says the format: CSV, Parquet or JSON lines
   * @throws DataException when the data cannot be read, a field of the detector is not in it, or
   *     the output cannot be written
   */
  public static BatchResult score(Detector detector, DataSelection data, Path output)
      throws DataException {
    BatchScorer batch = new BatchScorer(detector);
    try (DataReader reader = DataReader.open(data);
        WidenedFile file = reader.widen(output, COLUMNS)) {
      batch.scoreAll(reader, file);
      file.finish();
    }
    return new BatchResult(
        batch.scored + batch.rejected, batch.scored, batch.rejected, batch.anomalies);
  }

  private void scoreAll(DataReader reader, WidenedFile file) throws DataException {
    try (EventRows rows = reader.events(detector.layout(), Optional.empty())) {
      while (rows.next()) {
        Rejection rejection = rows.rejection() != null ? rows.rejection() : score(rows.event());
        if (rejection != null) {
          rejected++;
          file.append(null, null, null, null, null, null, text(rejection));
        } else {
          append(file);
        }
      }
    }
  }

  private Rejection score(Event event) {
    history.read(event);
    Rejection rejection = scorer.score(event, history::smooth);
    history.add(event);
    return rejection;
  }

  private void append(WidenedFile file) throws DataException {
    Verdict verdict = scorer.verdict();
    scored++;
    anomalies += verdict.anomaly() ? 1 : 0;
    file.append(
        verdict.score(),
        verdict.pValue(),
        verdict.severity(),
        verdict.anomaly(),
        topFields(),
        Arrays.toString(scorer.latent()),
        null);
  }

  private String topFields() {
    return scorer.explain(detector.definition().alerts().explain()).stream()
        .map(BatchScorer::text)
        .collect(Collectors.joining(" "));
  }

  private static String text(FieldContribution line) {
    return line.field() + ":" + Math.round(100 * line.share()) + "%";
  }

  private static String text(Rejection rejection) {
    return rejection.reason() + ": " + rejection.detail();
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("score", "DOUBLE");
    columns.put("p_value", "DOUBLE");
    columns.put("severity", "INTEGER");
    columns.put("anomaly", "BOOLEAN");
    columns.put("top_fields", "VARCHAR");
    columns.put("embedding", "VARCHAR");
    columns.put("reject", "VARCHAR");
    return columns;
  }
}
