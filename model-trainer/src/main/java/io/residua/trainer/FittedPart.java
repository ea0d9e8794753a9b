package io.residua.trainer;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.calibration.CalibrationFitter;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.trial.Trial;
import io.residua.trainer.trial.TrialRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The same, compared with this alone. */
  FittedPart with(Comparison other) {
    return new FittedPart(autoencoder, scores, heldOut, other);
  }

  /** Of normal rows, by scores that have not seen them, then of each kind of anomalies. */
  List<double[]> scores(TrialRows rows) {
    List<double[]> all = new ArrayList<>();
    all.add(rows.normal(scores.values()));
    for (FeatureMatrix matrix : rows.anomalies()) {
      all.add(Reconstructions.of(autoencoder.network(), matrix).scores(scores.score()));
    }
    return all;
  }

  /** How well it tells anomalies from normal rows. */
  Trial trial(String name, TrialRows rows) {
    return new Trial(name, TrialRows.areas(scores(rows)), Optional.of(multiplyAdds()));
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
