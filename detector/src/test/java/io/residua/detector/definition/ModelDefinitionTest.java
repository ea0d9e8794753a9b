package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the section {@code model} comes to, where that hangs on the family. */
class ModelDefinitionTest {
  private static final String SMALLEST = DefinitionParserTest.SMALLEST;

  @Test
  void familyAutoHasItsOwnTrainingAndABoundOfItsCost() throws Exception {
    ModelSpec model =
        DefinitionParser.parse(SMALLEST + "model: { family: auto, max-cost: 20000 }\n", null)
            .model();

    assertThat(model.family()).isEqualTo(Family.AUTO);
    assertThat(model.maxCost()).contains(20_000);
    assertThat(model.training().steps()).isEqualTo(6_000);
    assertThat(model.training().batch()).isEqualTo(128);
    assertThat(model.stopsEarly()).isFalse();
  }

  @Test
  void familyAutoTriesOthersWithinEitherBound() throws Exception {
    assertThat(trials("family: auto")).isEqualTo(TrialSpec.NONE);
    assertThat(trials("family: auto, trials: 6"))
        .isEqualTo(new TrialSpec(Optional.of(6), Optional.empty()));
    assertThat(trials("family: auto, trials: 100, max-time: 10m"))
        .isEqualTo(new TrialSpec(Optional.of(100), Optional.of(Duration.ofMinutes(10))));
    assertThat(trials("family: auto, max-time: 1s").any()).isTrue();
  }

  private static TrialSpec trials(String model) throws Exception {
    return DefinitionParser.parse(SMALLEST + "model: { " + model + " }\n", null).model().trials();
  }

  @Test
  void aHeadIsWrittenWhereThereIsOne() throws Exception {
    DetectorDefinition plain = DefinitionParser.parse(SMALLEST, null);
    DetectorDefinition supervised =
        DefinitionParser.parse(
            SMALLEST + "model: { family: memory, head: supervised, head-weight: 0.5 }\n", null);

    String written = DefinitionWriter.write(supervised);

    assertThat(supervised.model().settings().supervised()).isTrue();
    assertThat(supervised.model().settings().headWeight()).isEqualTo(0.5);
    assertThat(supervised.model().stopsEarly()).isFalse();
    assertThat(written).contains("head: supervised", "head-weight: 0.5");
    assertThat(DefinitionParser.parse(written, null)).isEqualTo(supervised);
    assertThat(plain.model().settings().supervised()).isFalse();
    assertThat(DefinitionWriter.write(plain)).doesNotContain("head");
  }
}
