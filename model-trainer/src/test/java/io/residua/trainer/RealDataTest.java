package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.ReadOptions;
import io.residua.trainer.suggest.DataSuggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealDataTest {
  private static final Path BREAST_CANCER = Path.of("../../shared/data/tabular/breastw.csv.gz");

  @Test
  void aSuggestedDefinitionTellsMalignantFromBenignSamples() throws Exception {
    assumeTrue(Files.exists(BREAST_CANCER), BREAST_CANCER + " is not there; nothing to test on");
    DataSelection data = DataSelection.ofFile(BREAST_CANCER);
    String yaml = DataSuggestion.suggest(data, "breast", "samples") + "model: { steps: 500 }\n";
    DetectorDefinition definition = DefinitionParser.parse(yaml, Path.of("."));

    TrainedModel model;
    try (DataReader reader = DataReader.open(data)) {
      ReadOptions options = ReadOptions.defaults(1).withLabel(Optional.of("label"));
      model =
          ModelTrainer.train(
              TrainingRequest.of(definition, reader.table(EventLayouts.of(definition), options)));
    }

    assertThat(model.evaluation().orElseThrow().aucRoc()).isGreaterThan(0.95);
    assertThat(model.definition().features())
        .extracting(feature -> feature.field())
        .doesNotContain("label");
  }
}
