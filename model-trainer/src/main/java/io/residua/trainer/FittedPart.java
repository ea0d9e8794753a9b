package io.residua.trainer;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.calibration.CalibrationFitter;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.detector.score.ResidualKind;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FeatureMatrix;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;

/**
 * A network with its score, not yet calibrated.
 *
 * @param autoencoder the network and how its fit went
 * @param scores its score, and what that says of the held-out rows
 * @param heldOut what the network makes of these
 */
record FittedPart(FittedAutoencoder autoencoder, HeldOutScores scores, Reconstructions heldOut) {

  /**
   * Fits a network to rows and a score to others.
   *
   * @param request for its seed and listener
   */
  static FittedPart fit(
      ModelSpec spec,
      ResidualKind kind,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      TrainingRequest request)
      throws TrainingException {
    FittedAutoencoder autoencoder =
        AutoencoderFitter.fit(spec, training, heldOut, request.seed(), request.listener());
    Network network = autoencoder.network();
    Reconstructions reconstructions = Reconstructions.of(network, heldOut);
    return new FittedPart(
        autoencoder, HeldOutScores.of(kind, network, training, reconstructions), reconstructions);
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
