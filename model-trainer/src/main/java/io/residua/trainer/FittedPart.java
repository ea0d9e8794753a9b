package io.residua.trainer;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.calibration.CalibrationFitter;
import io.residua.trainer.train.FittedAutoencoder;
import java.util.Map;

/**
 * A network with its score, not yet calibrated.
 *
 * @param autoencoder the network and how its fit went
 * @param scores its score, and what that says of the held-out rows
 * @param heldOut what the network makes of these
 * @param trials what was compared, and why this one was chosen, in words and in order; empty where
 *     nothing was
 */
record FittedPart(
    FittedAutoencoder autoencoder,
    HeldOutScores scores,
    Reconstructions heldOut,
    Map<String, String> trials) {
  /** That nothing else was compared with. */
  FittedPart(FittedAutoencoder autoencoder, HeldOutScores scores, Reconstructions heldOut) {
    this(autoencoder, scores, heldOut, Map.of());
  }

  FittedPart withTrials(Map<String, String> lines) {
    return new FittedPart(autoencoder, scores, heldOut, lines);
  }

  /**
   * @param values the scores of normal rows that it was not fitted to, as the job will smooth them
   */
  ModelPart calibrated(double[] values, double recordsPerDay) {
    return new ModelPart(
        autoencoder.network(), scores.score(), CalibrationFitter.fit(values, recordsPerDay));
  }

  /** About how many bytes it takes in a bundle, its calibration apart. */
  long bytes() {
    return Float.BYTES * (autoencoder.network().multiplyAdds() + scores.score().multiplyAdds());
  }
}
