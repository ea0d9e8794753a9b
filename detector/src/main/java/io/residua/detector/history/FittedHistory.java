package io.residua.detector.history;

import java.util.Objects;

/**
 * What training leaves behind for keyed features. Immutable.
 *
 * @param populations what a key without history begins with
 * @param snapshot the states that keys had at the training data's end
 */
public record FittedHistory(FittedPopulations populations, HistorySnapshot snapshot) {
  /** Of a detector without keyed features. */
  public static final FittedHistory NONE =
      new FittedHistory(FittedPopulations.NONE, HistorySnapshot.EMPTY);

  public FittedHistory {
    Objects.requireNonNull(populations, "populations");
    Objects.requireNonNull(snapshot, "snapshot");
  }

  public FittedHistory with(HistorySnapshot states) {
    return new FittedHistory(populations, states);
  }
}
