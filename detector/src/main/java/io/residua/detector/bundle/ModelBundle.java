package io.residua.detector.bundle;

import io.residua.detector.calibration.Calibration;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.history.FittedHistory;
import io.residua.detector.history.History;
import io.residua.detector.network.Network;
import io.residua.detector.score.ResidualScore;
import java.util.List;
import java.util.Objects;

/**
 * A complete model: what one bundle holds, apart from its checksums. Immutable.
 *
 * @param version the detector's version, from 1
 * @param definition what it was trained by
 * @param features the fitted features
 * @param history what keyed features begin with
 * @param network the trained network
 * @param score how its residual becomes a score
 * @param calibration how its score becomes a p-value
 * @param provenance where it comes from
 * @param golden records that a loader must reproduce to 1e-5; at least one
 * @param report a self-contained HTML page
 */
public record ModelBundle(
    int version,
    DetectorDefinition definition,
    FeaturePipeline features,
    FittedHistory history,
    Network network,
    ResidualScore score,
    Calibration calibration,
    Provenance provenance,
    List<GoldenRecord> golden,
    String report) {
  public ModelBundle {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(report, "report");
    golden = List.copyOf(golden);
    if (golden.isEmpty()) {
      throw new IllegalArgumentException("a model needs at least one golden record, got none");
    }
    if (version < 1) {
      throw new IllegalArgumentException("a version is 1 or more, got " + version);
    }
    if (!features.layout().equals(EventLayouts.of(definition))) {
      throw new IllegalArgumentException(
          "the features must be fitted to the definition's fields %s, got %s"
              .formatted(EventLayouts.of(definition).fields(), features.layout().fields()));
    }
    History.of(definition, features.layout(), history);
    if (network.width() != features.width() || score.width() != features.width()) {
      throw new IllegalArgumentException(
          "features, network and score must have one width, got %d, %d and %d"
              .formatted(features.width(), network.width(), score.width()));
    }
  }
}
