package io.residua.cli.command;

import io.residua.cli.option.Output;
import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.trainer.batch.BatchResult;
import io.residua.trainer.batch.BatchScorer;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataSelection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Batch scoring as a command's work. */
final class FileScoring {
  private FileScoring() {}

  static void run(ModelBundle model, DataSelection data, Path out, Output output)
      throws DataException {
    long start = System.nanoTime();
    BatchResult result = BatchScorer.score(new Detector(model), data, out);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("out", out.toString());
    fields.put("rows", result.rows());
    fields.put("scored", result.scored());
    fields.put("rejected", result.rejected());
    fields.put("anomalies", result.anomalies());
    fields.put("seconds", Math.round(seconds * 1000) / 1000.0);
    output.result(
        fields,
        "scored %,d of %,d rows into %s in %.1f s: %,d anomalies, %,d rejected"
            .formatted(
                result.scored(),
                result.rows(),
                out,
                seconds,
                result.anomalies(),
                result.rejected()));
  }
}
