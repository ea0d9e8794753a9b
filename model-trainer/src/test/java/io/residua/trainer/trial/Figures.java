package io.residua.trainer.trial;

import java.util.Arrays;
import java.util.Optional;

/** Figures of trials that nobody made. */
final class Figures {
  private Figures() {}

  /** The same areas in every third of the rows. */
  static TrialFigures of(
      String name, double error, double stability, Optional<Double> labelled, double... areas) {
    return new TrialFigures(
        name,
        "combined",
        error,
        stability,
        trial(name, areas),
        labelled.map(area -> trial(name, area)),
        39_111,
        12.34);
  }

  private static Trial trial(String name, double... areas) {
    double[][] thirds = new double[TrialRows.FOLDS][];
    Arrays.fill(thirds, areas);
    return new Trial(name, thirds, Optional.empty());
  }
}
