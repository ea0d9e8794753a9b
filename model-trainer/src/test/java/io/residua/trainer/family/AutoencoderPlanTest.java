package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.network.Activation;
import io.residua.trainer.matrix.Samples;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoencoderPlanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "family: undercomplete                                             | TANH",
        "family: undercomplete, latent-activation: linear                  | IDENTITY",
        "family: undercomplete, activation: relu                           | IDENTITY",
        "family: undercomplete, activation: relu, latent-activation: hidden| RELU",
        "family: undercomplete, activation: sigmoid                        | SIGMOID",
        "family: denoising, corruption: swap, activation: relu             | RELU",
        "family: denoising, corruption: masking, activation: relu          | IDENTITY",
        "family: adversarial                                               | IDENTITY",
        "family: bidirectional                                             | IDENTITY",
        "family: wasserstein                                               | IDENTITY",
        "family: linear                                                    | IDENTITY",
      })
  void theLatentVectorHasTheActivationThatIsAskedFor(String model, Activation expected)
      throws Exception {
    String yaml =
        """
        detector: d
        input: { topic: t, format: json }
        features: [ { field: x, transform: none } ]
        model: { %s, latent: 2 }
        """
            .formatted(model);

    AutoencoderPlan plan =
        AutoencoderPlan.of(
            DefinitionParser.parse(yaml, Path.of(".")).model(), Samples.plane(10, 4, 1));

    assertThat(plan.latentActivation()).isEqualTo(expected);
  }
}
