package io.residua.detector.bundle;

import io.residua.detector.calibration.Calibration;
import io.residua.detector.network.Network;
import io.residua.detector.network.Prior;
import io.residua.detector.score.ResidualScore;
import java.util.Objects;
import java.util.Optional;

/**
 * What scores an event once its features are there. A model has one for all events and, where the
 * definition asks for that, others for the events that hold one value of a field. Immutable.
 *
 * @param network the trained network
 * @param score how its residual becomes a score
 * @param calibration how its score becomes a p-value
 * @param prior where latent vectors of normal records follow one, so that such records can be drawn
 */
public record ModelPart(
    Network network, ResidualScore score, Calibration calibration, Optional<Prior> prior) {
  public ModelPart {
    Objects.requireNonNull(calibration, "calibration");
    score.requireSuits(network);
    prior.ifPresent(its -> its.requireSuits(network));
  }

  /** One whose latent vectors follow no distribution that is known. */
  public ModelPart(Network network, ResidualScore score, Calibration calibration) {
    this(network, score, calibration, Optional.empty());
  }
}
