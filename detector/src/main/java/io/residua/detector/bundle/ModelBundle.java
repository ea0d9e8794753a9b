package io.residua.detector.bundle;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.history.FittedHistory;
import io.residua.detector.history.History;
import java.util.List;
import java.util.Objects;

/**
 * A complete model: what one bundle holds, apart from its checksums. Immutable.
 *
 * @param version the detector's version, from 1
 * @param definition what it was trained by
 * @param features the fitted features
 * @param history what keyed features begin with
 * @param parts the trained networks with their scores and calibrations
 * @param provenance where it comes from
 * @param golden records that a loader must reproduce to 1e-5; at least one
 * @param report a self-contained HTML page
 */
public record ModelBundle(
    int version,
    DetectorDefinition definition,
    FeaturePipeline features,
    FittedHistory history,
    ModelParts parts,
    Provenance provenance,
    List<GoldenRecord> golden,
    String report) {
  public ModelBundle {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(parts, "parts");
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
    if (!parts.field().equals(definition.model().per())) {
      throw new IllegalArgumentException(
          "expected parts per %s as the definition says, got parts per %s"
              .formatted(definition.model().per(), parts.field()));
    }
    int width = parts.global().network().width();
    if (width != features.width()) {
      throw new IllegalArgumentException(
          "features and network must have one width, got %d and %d"
              .formatted(features.width(), width));
    }
  }

  /** The part that every event can be scored by. */
  public ModelPart global() {
    return parts.global();
  }
}
