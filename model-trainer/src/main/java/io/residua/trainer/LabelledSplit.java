package io.residua.trainer;

import io.residua.detector.definition.Family;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.trial.TrialRows;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Who chooses and who judges, where the trainer may choose by labels, and who trains a supervised
 * head. What was chosen by some rows looks better on them than it is, so others must judge it.
 * Where all rows have times, the older half chooses: what comes in one burst is not on both sides.
 * Else every other row does.
 *
 * @param choosing no anomalies where nothing is chosen by labels
 * @param judging all that neither chose nor trained
 * @param head those that train the head, where there is one
 */
record LabelledSplit(Judges choosing, Judges judging, Optional<HeadRows> head) {
  /** Fewer held-out rows, or labelled anomalies, are not worth dividing: they judge. */
  static final int FEWEST = 2 * TrialRows.FEWEST_LABELLED;

  private static final int[] NONE = {};

  /**
   * @throws TrainingException when there is to be a head, and too few anomalies are labelled
   */
  static LabelledSplit of(TrainingRequest request, FeaturePipeline features, RowSplit split)
      throws TrainingException {
    int[] anomalies = request.labels().map(labels -> rows(request, features, labels)).orElse(NONE);
    boolean chooses =
        request.definition().model().family() == Family.AUTO
            && Math.min(anomalies.length, split.heldOut().length) >= FEWEST;
    int[] heldOut = IntStream.range(0, split.heldOut().length).toArray();
    if (request.definition().model().settings().supervised()) {
      return withHead(request, features, heldOut, anomalies);
    }
    if (!chooses) {
      return new LabelledSplit(
          Judges.none(heldOut.length),
          new Judges(heldOut, matrix(request, features, anomalies), anomalies),
          Optional.empty());
    }
    boolean byTime = split.byTime() && timed(request.events(), anomalies);
    int[] ordered = byTime ? oldestFirst(request.events(), anomalies) : anomalies;
    return new LabelledSplit(
        half(request, features, heldOut, ordered, byTime, true),
        half(request, features, heldOut, ordered, byTime, false),
        Optional.empty());
  }

  /** Rows of which no anomaly is known. */
  static LabelledSplit none(int heldOut) {
    return new LabelledSplit(Judges.none(heldOut), Judges.none(heldOut), Optional.empty());
  }

  private static LabelledSplit withHead(
      TrainingRequest request, FeaturePipeline features, int[] heldOut, int[] anomalies)
      throws TrainingException {
    RowSplit both = HeadRows.split(request, anomalies);
    int[] rows = both.training();
    LabelledSplit split =
        new LabelledSplit(
            Judges.none(heldOut.length),
            new Judges(heldOut, matrix(request, features, both.heldOut()), both.heldOut()),
            Optional.of(new HeadRows(rows, FeatureMatrix.of(features, request.events(), rows))));
    request
        .listener()
        .message("of %,d labelled anomalies, %s".formatted(anomalies.length, split.words().get()));
    return split;
  }

  /** The anomalies that do not judge, by their numbers in the table. */
  IntStream partial() {
    IntStream taught = head.map(rows -> IntStream.of(rows.rows())).orElse(IntStream.empty());
    return IntStream.concat(IntStream.of(choosing.rows()), taught);
  }

  /** How many train the head, for people; empty where there is none. */
  Optional<String> words() {
    return head.map(
        rows ->
            "%,d train the head and %,d judge the model"
                .formatted(rows.rows().length, judging.rows().length));
  }

  /** Whether some labelled anomalies choose. */
  boolean chooses() {
    return choosing.anomalies().isPresent();
  }

  private static Judges half(
      TrainingRequest request,
      FeaturePipeline features,
      int[] heldOut,
      int[] anomalies,
      boolean byTime,
      boolean first) {
    int[] rows = half(anomalies, byTime, first);
    return new Judges(half(heldOut, byTime, first), matrix(request, features, rows), rows);
  }

  private static int[] half(int[] rows, boolean byTime, boolean first) {
    IntPredicate older = i -> byTime ? i < rows.length / 2 : i % 2 == 0;
    return IntStream.range(0, rows.length)
        .filter(i -> older.test(i) == first)
        .map(i -> rows[i])
        .toArray();
  }

  private static boolean timed(EventTable table, int[] rows) {
    return IntStream.of(rows).allMatch(row -> table.time(row) != Event.NO_TIME);
  }

  private static int[] oldestFirst(EventTable table, int[] rows) {
    return IntStream.of(rows)
        .boxed()
        .sorted(Comparator.comparingLong(table::time))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The anomalies of which something was observed. */
  private static int[] rows(TrainingRequest request, FeaturePipeline features, boolean[] labels) {
    int[] labelled = IntStream.range(0, labels.length).filter(row -> labels[row]).toArray();
    FeatureMatrix matrix = FeatureMatrix.of(features, request.events(), labelled);
    return IntStream.range(0, labelled.length)
        .filter(i -> anyObserved(matrix, i))
        .map(i -> labelled[i])
        .toArray();
  }

  private static boolean anyObserved(FeatureMatrix rows, int row) {
    return IntStream.range(row * rows.width(), (row + 1) * rows.width())
        .anyMatch(at -> rows.observed()[at]);
  }

  private static Optional<FeatureMatrix> matrix(
      TrainingRequest request, FeaturePipeline features, int[] rows) {
    return request.labels().map(labels -> FeatureMatrix.of(features, request.events(), rows));
  }
}
