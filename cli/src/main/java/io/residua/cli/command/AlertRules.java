package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.detector.Detector;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import java.io.IOException;
import java.nio.file.Path;

/** Puts a detector under the alert rules of another definition than its model's. */
final class AlertRules {
  private AlertRules() {}

  /**
   * @param file a whole definition; only its {@code alerts} are taken
   * @throws DefinitionException when the file is no definition
   * @throws CommandFailure when it is not one of this detector, or not one of this model's fields
   */
  static Detector of(Path file, Detector detector)
      throws IOException, DefinitionException, CommandFailure {
    DetectorDefinition definition = DefinitionParser.parse(file);
    if (!definition.name().equals(detector.name())) {
      throw new CommandFailure(
          "expected alert rules for %s, found a definition of %s: %s"
              .formatted(detector.name(), definition.name(), file));
    }
    try {
      return detector.withAlerts(definition.alerts());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "the alert rules of %s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }
}
