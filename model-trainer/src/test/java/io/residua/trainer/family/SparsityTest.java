package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparsityTest {
  private static final String TRAINING = ", steps: 1500, batch: 128, learning-rate: 0.003";
  private final FeatureMatrix rows = Samples.causes(2000, 10, 101);
  private final FeatureMatrix others = Samples.causes(500, 10, 201);
  private final FeatureMatrix few = Samples.causes(9, 4, 1);

  private Latents trained(String model) {
    return Latents.of(Samples.spec(model + TRAINING), rows, others, 1);
  }

  @Test
  void thePriceOfActivationsLeavesMostOfThemOut() {
    Latents plain =
        trained(
            "family: undercomplete, hidden: [20], latent: 20, activation: relu, latent-activation: hidden");
    Latents free = trained("family: sparse-l1, activation-price: 1e-6");
    Latents sparse = trained("family: sparse-l1");
    Latents dear = trained("family: sparse-l1, activation-price: 1");

    assertThat(sparse.width()).isEqualTo(20);
    assertThat(plain.shareNearZero()).isLessThan(0.25);
    assertThat(sparse.shareNearZero()).isGreaterThan(free.shareNearZero() + 0.15);
    assertThat(dear.shareNearZero()).isGreaterThan(0.75);
    assertThat(sparse.error()).isLessThan(0.1);
  }

  @Test
  void thePriceIsTheSameForASmallCodeThatIsReadByLargeWeights() {
    Composition autoencoder = Steps.untrained("family: sparse-l1", few);
    float price = penalty(autoencoder);

    TrainableDense encoder = ((DeterministicCode) autoencoder.code()).layer();
    scale(encoder.weights().values(), 0.1f);
    scale(encoder.bias().values(), 0.1f);
    scale(autoencoder.decoder().layers().get(0).weights().values(), 10f);

    assertThat(price).isGreaterThan(0.01f);
    assertThat(penalty(autoencoder)).isCloseTo(price, within(1e-4f * price));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2})
  void latentNumbersHaveTheStatedMean(double sparsity) {
    Latents plain = trained("family: undercomplete, hidden: [20], latent: 20, activation: sigmoid");
    Latents sparse = trained("family: sparse-kl, sparsity: " + sparsity);

    assertThat(Arrays.stream(plain.means()).average().orElseThrow()).isGreaterThan(0.35);
    assertThat(Arrays.stream(sparse.means()).average().orElseThrow())
        .isCloseTo(sparsity, within(0.04));
    assertThat(Arrays.stream(sparse.means()).max().orElseThrow()).isLessThan(0.3);
  }

  @Test
  void theDivergenceIsThatOfTwoCoins() {
    Composition autoencoder =
        Steps.untrained("family: sparse-kl, sparsity: 0.25, sparsity-weight: 4", few);
    Arrays.fill(((DeterministicCode) autoencoder.code()).layer().weights().values(), 0f);
    Arrays.fill(((DeterministicCode) autoencoder.code()).layer().bias().values(), 0f);

    double coins = 0.25 * Math.log(0.25 / 0.5) + 0.75 * Math.log(0.75 / 0.5);
    assertThat(penalty(autoencoder)).isCloseTo((float) (4 * 8 * coins / 4), within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "family: sparse-l1, activation: sigmoid",
        "family: sparse-kl",
        "family: sparse-kl, hidden: [5], sparsity: 0.3"
      })
  void gradientsAreThoseOfDifferences(String model) {
    Steps.checkLastTerm(Steps.untrained(model, few), few);
  }

  private float penalty(Composition autoencoder) {
    Node penalty = autoencoder.terms().get(1).of(autoencoder.pass(Steps.of(new Tape(), few)));
    return penalty.value();
  }

  private static void scale(float[] values, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
