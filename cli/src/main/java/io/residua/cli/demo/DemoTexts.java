package io.residua.cli.demo;

import io.residua.detector.definition.DefinitionWriter;
import io.residua.detector.definition.DetectorDefinition;
import java.nio.file.Path;
import java.util.Optional;

/** Sentences of a demo. */
final class DemoTexts {
  private DemoTexts() {}

  static String simulation(long seed) {
    return "simulated card transactions, some of them frauds, seed " + seed;
  }

  static String definition(DetectorDefinition definition, Optional<Path> own) {
    return "%s %s: %d fields, budget %s"
        .formatted(
            definition.name(),
            own.map(file -> "from " + file).orElse("suggested from the training data"),
            definition.features().size(),
            DefinitionWriter.budget(definition.calibration().budget()));
  }

  /** What to do next. */
  static String hint(Optional<Path> kept) {
    return kept.map(
            folder ->
                "  kept in %s: the data, detector.yaml, models (residua models list --registry %s)%n"
                        .formatted(folder, folder.resolve("models"))
                    + "  and the topics (residua broker --data %s)"
                        .formatted(folder.resolve("kafka")))
        .orElse(
            "  residua demo --keep DIR keeps data, model and topics to look at; the next step with"
                + " your own data\n  is residua suggest --data FILE");
  }
}
