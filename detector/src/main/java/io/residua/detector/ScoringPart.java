package io.residua.detector;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.calibration.Calibration;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.score.ResidualScore;

/** One part of a model, ready to run in one thread. */
record ScoringPart(NetworkRunner runner, ResidualScore score, Calibration calibration) {
  static ScoringPart of(ModelPart part) {
    return new ScoringPart(new NetworkRunner(part.network()), part.score(), part.calibration());
  }
}
