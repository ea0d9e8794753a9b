package io.residua.detector.feature;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.FeatureSpec;
import io.residua.detector.definition.LabelNames;
import io.residua.detector.event.EventTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits a definition's features to training data: transforms learn their scales, each on the output
 * of the one before, encodings learn their categories, and every field learns what is typical of it
 * for records in which it is missing.
 */
public final class FeatureFitter {
  private FeatureFitter() {}

  /**
   * @param table training rows, whose layout holds every field of the definition
   * @throws UnusableDataException when there are no rows, a field is missing in all of them, or no
   *     field varies
   */
  public static FittedFeatures fit(DetectorDefinition definition, EventTable table)
      throws UnusableDataException {
    if (table.rows() == 0) {
      throw new UnusableDataException("expected rows to fit the features to, found none");
    }
    Findings findings = new Findings(table);
    List<FieldEncoder> encoders = new ArrayList<>();
    for (FeatureSpec feature : definition.features()) {
      fit(feature, table, findings).ifPresent(encoders::add);
    }
    findings.throwIfUnusable();
    return new FittedFeatures(new FeaturePipeline(table.layout(), encoders), findings.warnings());
  }

  private static Optional<FieldEncoder> fit(
      FeatureSpec feature, EventTable table, Findings findings) {
    int index = table.layout().indexOf(feature.field(), feature.kind());
    if (index < 0) {
      throw new IllegalArgumentException("field " + feature.field() + " is not in the layout");
    }
    if (LabelNames.matches(feature.field())) {
      findings.warn(
          "field %s is named like a label; a detector that reads the answer learns nothing else"
              .formatted(feature.field()));
    }
    return switch (feature.kind()) {
      case NUMBER, DERIVED -> NumberFitter.fit(feature, index, table, findings);
      case TEXT -> CategoryFitter.fit(feature, index, table, findings);
      case TIME -> TimeFitter.fit(feature, index, table, findings);
    };
  }
}
