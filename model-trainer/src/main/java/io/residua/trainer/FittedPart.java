package io.residua.trainer;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.calibration.CalibrationFitter;
import io.residua.trainer.train.FittedAutoencoder;

/**
 * A network with its score, not yet calibrated.
 *
 * @param autoencoder the network and how its fit went
 * @param scores its score, and what that says of the held-out rows
 * @param heldOut what the network makes of these
 * @param comparison what it was compared with
 */
record FittedPart(
    FittedAutoencoder autoencoder,
    HeldOutScores scores,
    Reconstructions heldOut,
    Comparison comparison) {

  /** The same, compared with more. */
  FittedPart compared(Comparison with) {
    return new FittedPart(autoencoder, scores, heldOut, comparison.and(with));
  }

  /**
   * @param values the scores of normal rows that it was not fitted to, as the job will smooth them
   */
  ModelPart calibrated(double[] values, double recordsPerDay) {
    return new ModelPart(
        autoencoder.network(),
        scores.score(),
        CalibrationFitter.fit(values, recordsPerDay),
        autoencoder.prior());
  }

  /** Of one record's score. */
  long multiplyAdds() {
    return autoencoder.network().multiplyAdds() + scores.score().multiplyAdds();
  }

  /** About how many bytes it takes in a bundle, its calibration apart. */
  long bytes() {
    return Float.BYTES * multiplyAdds();
  }
}
