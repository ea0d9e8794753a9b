package io.residua.detector.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one YAML file says: what a detector reads, how it turns it into features, which model it
 * fits and when it alerts. Immutable; made by {@link DefinitionParser}, which checks more than this
 * type can.
 *
 * @param name the detector's name: 1 to 100 lower-case letters, digits and hyphens, with a letter
 *     or digit at both ends
 * @param input what it reads
 * @param features at least one
 * @param state what is remembered of keys, for keyed features
 * @param missing what to do with a record in which a feature's field is missing or not finite
 * @param model the network and its training
 * @param calibration from a score to a verdict
 * @param alerts what an alert says
 * @param outputs what is written besides alerts and rejects
 */
public record DetectorDefinition(
    String name,
    InputSpec input,
    List<FeatureSpec> features,
    StateSpec state,
    MissingPolicy missing,
    ModelSpec model,
    CalibrationSpec calibration,
    AlertSpec alerts,
    OutputSpec outputs) {
  /** What a name must be, to be said after "expected". */
  public static final String NAME_RULE =
      "a name of 1 to 100 lower-case letters, digits and hyphens, with a letter or digit at both"
          + " ends";

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");

  public DetectorDefinition {
    if (!isName(name)) {
      throw new IllegalArgumentException("expected " + NAME_RULE + ", got " + name);
    }
    Objects.requireNonNull(input, "input");
    features = List.copyOf(features);
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(outputs, "outputs");
    if (features.isEmpty()) {
      throw new IllegalArgumentException("a detector needs at least one feature");
    }
  }

  /** What is made from the keys' earlier events, in the definition's order. */
  public List<KeyedSpec> keyed() {
    return features.stream().flatMap(feature -> feature.keyed().stream()).toList();
  }

  /** The same detector under other alert rules. */
  public DetectorDefinition withAlerts(AlertSpec other) {
    return new DetectorDefinition(
        name, input, features, state, missing, model, calibration, other, outputs);
  }

  /** Whether these are the fields of the event's own key. */
  public boolean isOwnKey(List<String> by) {
    return input.key().map(List::of).equals(Optional.of(by));
  }

  /** Whether a text can be a detector's name; such a text is safe as part of a file's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
