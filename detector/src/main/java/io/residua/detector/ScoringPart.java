package io.residua.detector;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.calibration.Calibration;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.ResidualScore;

/**
 * One part of a model, ready to run in one thread.
 *
 * @param scale what its scores are multiplied by, once they are judged
 */
record ScoringPart(
    NetworkRunner runner, ResidualScore score, Calibration calibration, double scale) {
  static ScoringPart of(ModelPart part, double scale) {
    return new ScoringPart(
        new NetworkRunner(part.network()), part.score().forOneThread(), part.calibration(), scale);
  }
}
