package io.residua.trainer.evaluate;

/** Scores beside their labels, row by row; higher scores are stranger. Immutable. */
public final class LabelledScores {
  private final double[] scores;
  private final boolean[] labels;
  private final int anomalies;

  /**
   * @param scores any number but NaN; copied
   * @param labels true for an anomaly; as many as scores; copied
   * @throws IllegalArgumentException when the lengths differ or a score is NaN
   */
  public LabelledScores(double[] scores, boolean[] labels) {
    if (scores.length != labels.length) {
      throw new IllegalArgumentException(
          "expected one label per score, got %d labels for %d scores"
              .formatted(labels.length, scores.length));
    }
    this.scores = scores.clone();
    this.labels = labels.clone();
    int counted = 0;
    for (int row = 0; row < scores.length; row++) {
      if (Double.isNaN(scores[row])) {
        throw new IllegalArgumentException(
            "expected every score to be a number, got NaN in row " + row);
      }
      counted += labels[row] ? 1 : 0;
    }
    this.anomalies = counted;
  }

  public int count() {
    return scores.length;
  }

  public int anomalies() {
    return anomalies;
  }

  public int normals() {
    return scores.length - anomalies;
  }

  public double score(int row) {
    return scores[row];
  }

  public boolean isAnomaly(int row) {
    return labels[row];
  }

  /** Whether the labels hold both classes; without both, nothing can be ranked. */
  public boolean hasBothClasses() {
    return anomalies > 0 && normals() > 0;
  }

  /** A copy of the scores of the rows labelled as anomalies, in row order. */
  public double[] anomalyScores() {
    return scoresOf(true, anomalies);
  }

  /** A copy of the scores of the rows labelled as normal, in row order. */
  public double[] normalScores() {
    return scoresOf(false, normals());
  }

  private double[] scoresOf(boolean label, int size) {
    double[] chosen = new double[size];
    int next = 0;
    for (int row = 0; row < scores.length; row++) {
      if (labels[row] == label) {
        chosen[next++] = scores[row];
      }
    }
    return chosen;
  }
}
