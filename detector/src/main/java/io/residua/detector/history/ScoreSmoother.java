package io.residua.detector.history;

import io.residua.detector.definition.DetectorDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Smooths the scores of many keys whose states are in memory, oldest first. What the job does with
 * its states, for scores that are computed before they are smoothed. Not thread-safe.
 */
public final class ScoreSmoother {
  private final Optional<ScoreSmoothing> smoothing;
  private final Map<String, Double> means = new HashMap<>();

  public ScoreSmoother(DetectorDefinition definition) {
    this.smoothing = definition.calibration().smooth().map(ScoreSmoothing::new);
  }

  /** The score itself where the definition does not smooth. */
  public double smooth(String key, double score) {
    if (smoothing.isEmpty()) {
      return score;
    }
    Double before = means.get(key);
    double mean =
        before == null ? ScoreSmoothing.begin(score) : smoothing.get().next(before, score);
    means.put(key, mean);
    return Math.exp(mean);
  }
}
