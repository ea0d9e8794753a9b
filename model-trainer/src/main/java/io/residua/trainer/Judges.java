package io.residua.trainer;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows that models are compared on.
 *
 * @param heldOut which of the held-out rows, in order
 * @param anomalies labelled ones of the training data; empty where there are no labels
 * @param rows the anomalies' numbers in the table
 */
record Judges(int[] heldOut, Optional<FeatureMatrix> anomalies, int[] rows) {

  /**
   * Rows of which no anomaly is known.
   *
   * @param heldOut how many are held out
   */
  static Judges none(int heldOut) {
    return new Judges(IntStream.range(0, heldOut).toArray(), Optional.empty(), new int[0]);
  }
}
