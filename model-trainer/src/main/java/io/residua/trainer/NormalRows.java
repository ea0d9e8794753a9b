package io.residua.trainer;

import io.residua.detector.definition.MissingPolicy;
import io.residua.detector.event.Event;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.trainer.train.TrainingException;
import java.util.stream.IntStream;

/** Which rows a model can be fitted to. */
final class NormalRows {
  /** With fewer there is nothing to tell normal from strange by. */
  static final int FEWEST = 20;

  private NormalRows() {}

  /**
   * Rows that are not labelled as anomalies.
   *
   * @throws TrainingException when they are too few
   */
  static int[] of(TrainingRequest request) throws TrainingException {
    int all = request.events().rows();
    int[] rows =
        IntStream.range(0, all)
            .filter(row -> request.labels().isEmpty() || !request.labels().get()[row])
            .toArray();
    if (rows.length < all) {
      request
          .listener()
          .message(
              "left out %,d of %,d rows that are labelled as anomalies"
                  .formatted(all - rows.length, all));
    }
    return enough(rows);
  }

  /**
   * Those of the rows that the detector will not reject.
   *
   * @throws TrainingException when they are too few
   */
  static int[] scorable(int[] rows, FeaturePipeline features, TrainingRequest request)
      throws TrainingException {
    boolean whole = request.definition().missing() == MissingPolicy.REJECT;
    Event event = new Event(features.layout());
    float[] values = new float[features.width()];
    boolean[] observed = new boolean[features.width()];
    int[] scorable =
        IntStream.of(rows)
            .filter(
                row -> {
                  request.events().read(row, event);
                  return features.transform(event, values, observed, 0) > 0
                      && (!whole || features.firstMissingField(observed) == null);
                })
            .toArray();
    if (scorable.length < rows.length) {
      request
          .listener()
          .message(
              "left out %,d of %,d rows in which %s"
                  .formatted(
                      rows.length - scorable.length,
                      rows.length,
                      whole ? "a field is missing" : "every field is missing"));
    }
    return enough(scorable);
  }

  private static int[] enough(int[] rows) throws TrainingException {
    if (rows.length < FEWEST) {
      throw new TrainingException(
          "expected at least %d normal rows to train on, found %d".formatted(FEWEST, rows.length));
    }
    return rows;
  }
}
