package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.score.ResidualKind;
import io.residua.trainer.train.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreChoiceTest {
  private static final String PLAIN = "{ field: x, transform: none }";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          512 | { field: x, transform: none } | {}                      | WHITENED
          513 | { field: x, transform: none } | {}                      | STANDARDISED
          2   | { lag: x, by: k }             | {}                      | STANDARDISED
          2   | { z: x, by: k }               | {}                      | WHITENED
          2   | { lag: x, by: k }             | { score: whitened }     | WHITENED
          600 | { field: x, transform: none } | { score: mean-squared } | MEAN_SQUARED
          2   | { field: x, transform: none } | { family: any-class }   | STANDARDISED
          2   | { field: x, transform: none } | { family: mixture }     | LATENT_DENSITY
          2   | { field: x, transform: none } | { family: autoregressive } | STANDARDISED
          2   | { field: x, transform: none } | { score: multi-scale }  | MULTI_SCALE
          """)
  void suitsTheFeaturesUnlessTheDefinitionSaysOtherwise(
      int width, String feature, String model, ResidualKind expected) throws Exception {
    assertThat(ScoreChoice.of(definition(feature, model), width)).isEqualTo(expected);
  }

  @Test
  void refusesToWhitenTooManyFeatures() throws Exception {
    DetectorDefinition definition = definition(PLAIN, "{ score: whitened }");

    assertThatThrownBy(() -> ScoreChoice.of(definition, 600))
        .isInstanceOf(TrainingException.class)
        .hasMessage("score whitened: expected at most 512 features, found 600; use standardised");
  }

  private static DetectorDefinition definition(String feature, String model)
      throws DefinitionException {
    return DefinitionParser.parse(
        """
        detector: a
        input: { topic: t, time: at }
        features: [ %s ]
        model: %s
        """
            .formatted(feature, model),
        null);
  }
}
