package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message about the section {@code model}. */
class ModelProblemsTest {
  private static final String BEFORE =
      """
      detector: a
      input: { topic: t }
      features: [ { field: x, transform: none } ]
      """;

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void saysWhatIsWrongWithTheModel(String model, String message) {
    assertThatThrownBy(() -> DefinitionParser.parse(BEFORE + model, null))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("line 4, " + message);
  }

  static Stream<Arguments> saysWhatIsWrongWithTheModel() {
    return Stream.of(
        arguments(
            "model: linear",
            "model: expected a section with the keys %s, found \"linear\""
                .formatted(String.join(", ", Keys.MODEL))),
        arguments("model: { per: [a, b] }", "model.per: expected a field's path, found a list"),
        arguments(
            "model: { per: a..b }",
            "model.per: expected a field's path of 1 to 249 characters, with dots between names,"
                + " found \"a..b\""),
        arguments("model: { cooldown: 1 }", "model.cooldown: unknown key"),
        arguments(
            "model: { family: automatic }",
            "model.family: expected one of %s, found \"automatic\""
                .formatted(String.join(", ", Names.all(Family.class)))),
        arguments("model: { family: auto, latent: 8 }", "model.latent: family auto chooses it"),
        arguments(
            "model: { family: any-class, patience: 3 }",
            "model.patience: the training of family any-class runs to its end"),
        arguments(
            "model: { family: same-class, mixing: 1.1 }",
            "model.mixing: expected a number from 0 to 1, found \"1.1\""),
        arguments(
            "model: { family: adversarial, clusters: 1 }",
            "model.clusters: expected a whole number from 2 to 100, or none, found \"1\""),
        arguments(
            "model: { family: adversarial, clusters: 101 }",
            "model.clusters: expected a whole number from 2 to 100, or none, found \"101\""),
        arguments(
            "model: { family: wasserstein, clusters: 3 }",
            "model.clusters: only family adversarial has it"),
        arguments("model: { class: kind }", "model.class: family undercomplete knows no classes"),
        arguments(
            "model: { family: sparse-kl, latent-activation: linear }",
            "model.latent-activation: the latent numbers of family sparse-kl lie between 0 and 1"),
        arguments(
            "model: { family: sparse-l1, sparsity: 0.1 }",
            "model.sparsity: only family sparse-kl has it"),
        arguments(
            "model: { family: wasserstein, head: supervised }",
            "model.head: only family linear or undercomplete or denoising or contractive or"
                + " feature-consistent or sparse-l1 or sparse-kl or memory has it"),
        arguments(
            "model: { head-weight: 2 }", "model.head-weight: only head supervised has a weight"),
        arguments(
            "model: { head: supervised, patience: 3 }",
            "model.patience: with a supervised head, training runs to its end"),
        arguments(
            "model: { head: supervised, per: country }",
            "model.per: labelled anomalies are too few for the head of each value's network"),
        arguments(
            "model: { head: logistic }",
            "model.head: expected one of none, supervised, found \"logistic\""),
        arguments(
            "model: { family: variational, latent-activation: hidden }",
            "model.latent-activation: the prior of family variational has no bounds"),
        arguments(
            "model: { score: reconstruction-probability }",
            "model.score: only families variational and importance-weighted have a posterior to draw"
                + " from"),
        arguments(
            "model: { family: importance-weighted, beta: 2 }",
            "model.beta: only family variational has it"),
        arguments(
            "model: { family: variational, beta: 0 }",
            "model.beta: expected a number above 0 and at most 1000000, found \"0\""),
        arguments(
            "model: { family: importance-weighted, samples: 101 }",
            "model.samples: expected a whole number from 1 to 100, found \"101\""),
        arguments("model: { max-cost: 100 }", "model.max-cost: only family auto chooses by cost"),
        arguments("model: { trials: 5 }", "model.trials: only family auto tries others"),
        arguments("model: { max-time: 5m }", "model.max-time: only family auto tries others"),
        arguments(
            "model: { family: auto, trials: 0 }",
            "model.trials: expected a whole number from 1 to 100, found \"0\""),
        arguments(
            "model: { family: auto, trials: -3 }",
            "model.trials: expected a whole number from 1 to 100, found \"-3\""),
        arguments(
            "model: { family: auto, max-time: 0s }",
            "model.max-time: expected a duration from 1s to 30d, such as 30s, 10m or 1h, found"
                + " \"0s\""),
        arguments(
            "model: { family: auto, trials: 5, per: kind }",
            "model.trials: networks per value are all of the same recipe"),
        arguments(
            "model: { family: denoising, corruption: swap, patience: 3 }",
            "model.patience: with swap noise, training runs to its end"),
        arguments(
            "model: { hidden: 64 }",
            "model.hidden: expected a list of 1 to 8 layer widths, found \"64\""),
        arguments(
            "model: { hidden: [] }",
            "model.hidden: expected a list of 1 to 8 layer widths, found 0"),
        arguments(
            "model: { hidden: [9,8,7,6,5,4,3,2,1] }",
            "model.hidden: expected a list of 1 to 8 layer widths, found 9"),
        arguments(
            "model: { hidden: [64, 0] }",
            "model.hidden[1]: expected a whole number from 1 to 4096, found \"0\""),
        arguments(
            "model: { latent: 2.5 }",
            "model.latent: expected a whole number from 1 to 4096, found \"2.5\""),
        arguments(
            "model: { latent: '2' }",
            "model.latent: expected a whole number from 1 to 4096, found \"2\""),
        arguments(
            "model: { activation: swish }",
            "model.activation: expected one of tanh, relu, sigmoid, found \"swish\""),
        arguments(
            "model: { family: linear, hidden: [3] }",
            "model.hidden: family linear has no hidden layers"),
        arguments(
            "model: { family: linear, activation: relu }",
            "model.activation: family linear has no hidden layers"),
        arguments(
            "model: { latent-activation: none }",
            "model.latent-activation: expected one of hidden, linear, found \"none\""),
        arguments(
            "model: { family: linear, latent-activation: linear }",
            "model.latent-activation: family linear has no hidden layers"),
        arguments(
            "model: { family: auto, latent-activation: linear }",
            "model.latent-activation: family auto chooses it"),
        arguments(
            "model: { corruption: masking }",
            "model.corruption: only family denoising corrupts its input"),
        arguments(
            "model: { corruption-level: 0.1 }",
            "model.corruption-level: only family denoising corrupts its input"),
        arguments(
            "model: { family: denoising, corruption: dropout }",
            "model.corruption: expected one of gaussian, masking, swap, found \"dropout\""),
        arguments(
            "model: { family: denoising, corruption: masking, corruption-level: 1 }",
            "model.corruption-level: expected a number above 0 and below 1, found \"1\""),
        arguments(
            "model: { family: denoising, corruption: gaussian, corruption-level: 10 }",
            "model.corruption-level: expected a number above 0 and below 10, found \"10\""),
        arguments(
            "model: { steps: 10000001 }",
            "model.steps: expected a whole number from 1 to 10000000, found \"10000001\""),
        arguments(
            "model: { steps: 1e3 }",
            "model.steps: expected a whole number from 1 to 10000000, found \"1e3\""),
        arguments(
            "model: { batch: -1 }",
            "model.batch: expected a whole number from 1 to 65536, found \"-1\""),
        arguments(
            "model: { learning-rate: 0 }",
            "model.learning-rate: expected a number above 0 and at most 1, found \"0\""),
        arguments(
            "model: { learning-rate: .nan }",
            "model.learning-rate: expected a number above 0 and at most 1, found \".nan\""),
        arguments(
            "model: { learning-rate: 1:30 }",
            "model.learning-rate: expected a number above 0 and at most 1, found \"1:30\""),
        arguments(
            "model: { validation: 0.9 }",
            "model.validation: expected a number above 0 and below 0.9, found \"0.9\""),
        arguments(
            "model: { patience: }",
            "model.patience: expected a whole number from 1 to 1000000, found nothing"));
  }
}
