package io.residua.trainer.baseline;

import io.residua.trainer.matrix.FeatureMatrix;

/** A baseline that has been fitted. Not thread-safe. */
public interface FittedBaseline {
  /**
   * Scores one row.
   *
   * @param values of as many features as it was fitted to; only read
   * @return higher is stranger
   */
  double score(float[] values);

  /** The score of each row. */
  default double[] scores(FeatureMatrix rows) {
    double[] scores = new double[rows.rows()];
    float[] row = new float[rows.width()];
    for (int i = 0; i < scores.length; i++) {
      System.arraycopy(rows.values(), i * row.length, row, 0, row.length);
      scores[i] = score(row);
    }
    return scores;
  }
}
