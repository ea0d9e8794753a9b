package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WassersteinTest {
  private static final String TRAINING = ", steps: 2000, batch: 128 }";

  private final FeatureMatrix training = PriorSamples.skewed(1000, 1);
  private final FeatureMatrix heldOut = PriorSamples.skewed(300, 2);
  private final List<String> messages = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "divergence: mmd, learning-rate: 0.01",
        "divergence: discriminator, learning-rate: 0.006"
      })
  void latentVectorsOfHeldOutRowsFollowThePrior(String settings) throws Exception {
    Network network = fitted("{ family: wasserstein, latent: 2, " + settings);

    assertThat(PriorSamples.normality(PriorSamples.of(network, heldOut), 2)).isGreaterThan(0.01);
    assertThat(messages).isEmpty();
  }

  @Test
  void latentVectorsOfAPlainAutoencoderDoNotEvenWhenScaled() throws Exception {
    Network network = fitted("{ family: undercomplete, latent: 2, latent-activation: linear");

    float[] latent = PriorSamples.of(network, heldOut);
    assertThat(PriorSamples.normality(latent, 2)).isLessThan(0.01);
    assertThat(PriorSamples.normality(PriorSamples.standardised(latent, 2), 2)).isLessThan(0.01);
  }

  @Test
  void aDiscriminatorThatWinsOutrightIsTold() throws Exception {
    fitted(
        "{ family: wasserstein, latent: 16, divergence: discriminator, divergence-weight: 0.00001");

    assertThat(messages)
        .singleElement()
        .asString()
        .startsWith("the discriminator won outright: it tells latent vectors from draws");
  }

  private Network fitted(String model) throws Exception {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void message(String sentence) {
            messages.add(sentence);
          }
        };
    return AutoencoderFitter.fit(
            PriorSamples.spec(model + TRAINING), training, heldOut, 3, listener)
        .network();
  }
}
