package io.residua.trainer;

import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;

/**
 * The labelled anomalies that train a supervised head; all others judge it.
 *
 * @param rows their numbers in the table
 * @param features of them
 */
record HeadRows(int[] rows, FeatureMatrix features) {
  /** With fewer, too few would be left either to learn by or to judge by. */
  static final int FEWEST = 10;

  /** A head needs most of them; fewer than a third would hardly say how well it does. */
  private static final double JUDGING = 1 / 3.0;

  /**
   * Two thirds train the head, the others are held out: the newest where all have a time, else a
   * seeded choice.
   *
   * @param anomalies row numbers of those of which something was observed
   * @throws TrainingException when they are fewer than {@value #FEWEST}
   */
  static RowSplit split(TrainingRequest request, int[] anomalies) throws TrainingException {
    if (request.labels().isEmpty()) {
      throw new TrainingException(
          "a supervised head learns labelled anomalies, and no field of the data is named that"
              + " labels them; name it with --label, or leave out model.head");
    }
    if (anomalies.length < FEWEST) {
      throw new TrainingException(
          ("a supervised head needs at least %d labelled anomalies, found %d; label more, or leave"
                  + " out model.head")
              .formatted(FEWEST, anomalies.length));
    }
    return RowSplit.of(request.events(), anomalies, JUDGING, request.seed());
  }
}
