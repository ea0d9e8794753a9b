package io.residua.trainer;

import io.residua.detector.definition.Family;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.trial.TrialRows;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Who chooses and who judges, where the trainer may choose by labels. What was chosen by some rows
 * looks better on them than it is, so others must judge it. Where all rows have times, the older
 * half chooses: what comes in one burst is not on both sides. Else every other row does.
 *
 * @param choosing no anomalies where nothing is chosen by labels
 * @param judging all that did not choose
 */
record LabelledSplit(Judges choosing, Judges judging) {
  /** Fewer held-out rows, or labelled anomalies, are not worth dividing: they judge. */
  static final int FEWEST = 2 * TrialRows.FEWEST_LABELLED;

  private static final int[] NONE = {};

  static LabelledSplit of(TrainingRequest request, FeaturePipeline features, RowSplit split) {
    int[] anomalies = request.labels().map(labels -> rows(request, features, labels)).orElse(NONE);
    boolean chooses =
        request.definition().model().family() == Family.AUTO
            && Math.min(anomalies.length, split.heldOut().length) >= FEWEST;
    int[] heldOut = IntStream.range(0, split.heldOut().length).toArray();
    if (!chooses) {
      return new LabelledSplit(
          new Judges(heldOut, Optional.empty(), NONE),
          new Judges(heldOut, matrix(request, features, anomalies), anomalies));
    }
    boolean byTime = split.byTime() && timed(request.events(), anomalies);
    int[] ordered = byTime ? oldestFirst(request.events(), anomalies) : anomalies;
    return new LabelledSplit(
        half(request, features, heldOut, ordered, byTime, true),
        half(request, features, heldOut, ordered, byTime, false));
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
