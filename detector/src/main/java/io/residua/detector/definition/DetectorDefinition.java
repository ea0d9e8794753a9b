package io.residua.detector.definition;

import java.util.List;
import java.util.Objects;

/**
 * What one YAML file says: what a detector reads, how it turns it into features, which model it
 * fits and when it alerts. Immutable; made by {@link DefinitionParser}, which checks more than this
 * type can.
 *
 * @param name the detector's name: lower-case letters, digits and hyphens, 1 to 100 characters
 * @param input what it reads
 * @param features at least one
 * @param missing what to do with a record in which a feature's field is missing or not finite
 * @param model the network and its training
 * @param calibration how often a normal record may alert
 * @param alerts what an alert says
 * @param outputs what is written besides alerts and rejects
 */
public record DetectorDefinition(
    String name,
    InputSpec input,
    List<FeatureSpec> features,
    MissingPolicy missing,
    ModelSpec model,
    Budget calibration,
    AlertSpec alerts,
    OutputSpec outputs) {
  public DetectorDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(input, "input");
    features = List.copyOf(features);
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(outputs, "outputs");
  }
}
