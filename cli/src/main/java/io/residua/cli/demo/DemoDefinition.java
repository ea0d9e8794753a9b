package io.residua.cli.demo;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.InputFormat;
import io.residua.detector.definition.InputSpec;
import io.residua.detector.definition.OutputFormat;
import io.residua.detector.definition.OutputShare;
import io.residua.detector.definition.OutputSpec;
import io.residua.detector.feature.UnusableDataException;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.suggest.DataSuggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The definition of a demo: the user's own, or one suggested from the training data. Two things are
 * the demo's: values are read as JSON, because that is what it plays, and every score is written as
 * Avro, because that is how it counts.
 */
final class DemoDefinition {
  private DemoDefinition() {}

  static DetectorDefinition of(Optional<Path> own, DemoData data, Path suggested)
      throws IOException, DefinitionException, DataException, UnusableDataException {
    if (own.isEmpty()) {
      DataSelection training = DataSelection.ofFile(data.train());
      Files.writeString(suggested, DataSuggestion.suggest(training, data.name(), data.name()));
    }
    return forDemo(DefinitionParser.parse(own.orElse(suggested)));
  }

  private static DetectorDefinition forDemo(DetectorDefinition definition) {
    InputSpec input = definition.input();
    return new DetectorDefinition(
        definition.name(),
        new InputSpec(input.topic(), InputFormat.JSON, Optional.empty(), input.key(), input.time()),
        definition.features(),
        definition.state(),
        definition.missing(),
        definition.model(),
        definition.calibration(),
        definition.alerts(),
        new OutputSpec(OutputShare.ALL, definition.outputs().embeddings(), OutputFormat.AVRO));
  }
}
