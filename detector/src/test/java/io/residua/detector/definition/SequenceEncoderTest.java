package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.residua.detector.definition.ModelSpec.EncoderKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceEncoderTest {
  private static final String SEQUENCE =
      "{ sequence: { fields: [cpu, mem], length: 3, normalise: none } }";

  @Test
  void aSequenceRunsFromTheEarliestStepToThePresentWhateverStandsAroundIt() throws Exception {
    DetectorDefinition definition =
        parse("{ field: state, encode: one-hot }", "{ difference: mem }", SEQUENCE, "{ z: load }");

    assertThat(FieldSequence.only(definition.features()).orElseThrow().steps())
        .containsExactly(
            List.of("cpu 2 events earlier by host", "mem 2 events earlier by host"),
            List.of("cpu 1 event earlier by host", "mem 1 event earlier by host"),
            List.of("cpu", "mem"));
  }

  @Test
  void aNormalisedSequenceIsOneOfDeviations() throws Exception {
    DetectorDefinition definition = parse("{ sequence: { fields: cpu, steps: [9, 1] } }");

    assertThat(FieldSequence.only(definition.features()).orElseThrow().steps())
        .containsExactly(
            List.of("z of cpu by host 9 events earlier"),
            List.of("z of cpu by host 1 event earlier"),
            List.of("z of cpu by host"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "convolution"})
  void isKeptWithTheDefinition(String encoder) throws Exception {
    DetectorDefinition definition =
        DefinitionParser.parse(
            yaml(SEQUENCE) + "model: { hidden: [8, 4], encoder: " + encoder + " }\n", null);

    assertThat(definition.model().encoder()).isNotEqualTo(EncoderKind.DENSE);
    assertThat(DefinitionParser.parse(DefinitionWriter.write(definition), null))
        .isEqualTo(definition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ field: x, transform: none } | encoder: lstm"
            + "| model.encoder: expected a sequence among the features, found none",
        "{ lag: x } | encoder: convolution"
            + "| model.encoder: expected a sequence among the features, found none",
        "{ sequence: { fields: [x], length: 3, normalise: none } },"
            + " { sequence: { fields: [y], length: 4, normalise: none } } | encoder: lstm"
            + "| model.encoder: expected one sequence, whose fields all have the same steps, found"
            + " 2: of \"x\", and of \"y\"",
        "{ sequence: { fields: [x], length: 3 } } | encoder: lstm, family: linear"
            + "| model.encoder: family linear has no hidden layers",
        "{ sequence: { fields: [x], length: 3 } } | encoder: lstm, family: auto"
            + "| model.encoder: family auto chooses it",
        "{ sequence: { fields: [x], length: 3 } } | encoder: lstm, family: contractive"
            + "| model.encoder: family contractive has a dense encoder, which its decoder mirrors",
        "{ sequence: { fields: [x], length: 3 } } | encoder: lstm, family: autoregressive"
            + "| model.encoder: family autoregressive has a dense encoder, whose weights it masks",
        "{ sequence: { fields: [x], length: 3 } } | encoder: lstm, pre-training: layer-wise"
            + "| model.pre-training: only dense encoders are trained layer by layer first",
        "{ sequence: { fields: [x], length: 3 } } | encoder: gru"
            + "| model.encoder: expected one of dense, lstm, convolution, found \"gru\"",
      })
  void isRefusedInOneSentenceWhereItMakesNoSense(String features, String model, String sentence) {
    Throwable problem =
        catchThrowable(
            () -> DefinitionParser.parse(yaml(features) + "model: { " + model + " }\n", null));

    assertThat(problem).isInstanceOf(DefinitionException.class);
    assertThat(((DefinitionException) problem).problems())
        .singleElement()
        .asString()
        .endsWith(sentence);
  }

  private static DetectorDefinition parse(String... features) throws DefinitionException {
    return DefinitionParser.parse(yaml(String.join(", ", features)), null);
  }

  private static String yaml(String features) {
    return "detector: hosts\ninput: { topic: t, key: host, time: at }\nfeatures: [ %s ]\n"
        .formatted(features);
  }
}
