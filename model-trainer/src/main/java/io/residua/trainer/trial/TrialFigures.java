package io.residua.trainer.trial;

import java.util.Optional;

/**
 * What one candidate did, on the same rows as every other.
 *
 * @param name which network
 * @param score which of its scores
 * @param error of the held-out rows' reconstruction, as a share of their variance, each feature in
 *     units of its scale; NaN where they do not vary
 * @param stability how much the scores of two seeds agree on the order of held-out and synthetic
 *     rows; -1 to 1, or NaN where a score says the same of all
 * @param synthetic how well it tells synthetic anomalies
 * @param labelled how well it tells the labelled anomalies that choose, where there are any
 * @param multiplyAdds of one record's score
 * @param seconds that training and comparing it took
 */
public record TrialFigures(
    String name,
    String score,
    double error,
    double stability,
    Trial synthetic,
    Optional<Trial> labelled,
    long multiplyAdds,
    double seconds) {

  /** Network and score, for people. */
  public String words() {
    return name + ", " + score;
  }
}
