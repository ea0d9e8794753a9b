package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatentDensityTest {
  private static final float[] ONES = {1, 1};
  private static final boolean[] BOTH = {true, true};

  /** A round mixture about 0: half of |z|². */
  private static LatentDensity round(int latentWidth, int width) {
    float[] factors = new float[width * width];
    for (int i = 0; i < width; i++) {
      factors[i * width + i] = 1;
    }
    return new LatentDensity(
        latentWidth, new GaussianMixture(width, new float[] {1}, new float[width], factors), ONES);
  }

  @Test
  void isTheEnergyOfTheLatentVector() {
    assertThat(round(2, 2).score(new float[2], new float[] {3, 4}, new float[2], BOTH))
        .isEqualTo(12.5);
  }

  @Test
  void mayLookAtHowWellTheRecordWasRebuilt() {
    // |x − x̂| / |x| = 5 / 5 and x·x̂ / (|x| |x̂|) = 0 at x = (3, 4), x̂ = 0; then x̂ = x / 2.
    LatentDensity score = round(1, 3);

    assertThat(score.score(new float[] {3, 4}, new float[1], new float[2], BOTH))
        .isEqualTo(0.5, within(1e-9));
    assertThat(score.score(new float[] {3, 4}, new float[1], new float[] {1.5f, 2}, BOTH))
        .isEqualTo((0.25 + 1) / 2, within(1e-9));
  }

  @Test
  void aRecordOfZerosHasAScore() {
    assertThat(round(1, 3).score(new float[2], new float[1], new float[] {1, 1}, BOTH)).isFinite();
  }

  @Test
  void isSharedOutByTheStandardisedResiduals() {
    LatentDensity score = new LatentDensity(2, round(2, 2).mixture(), new float[] {1, 10});
    double[] parts = new double[2];

    score.contributions(new float[] {3, 10}, new float[] {1, 1}, new float[2], BOTH, parts);

    assertThat(parts[0]).isEqualTo(2 * 0.9, within(1e-6));
    assertThat(parts[1]).isEqualTo(2 * 0.1, within(1e-6));
  }

  @Test
  void contributesNothingWhereNothingHasAResidual() {
    double[] parts = {7, 7};

    round(1, 1).contributions(ONES, new float[] {5}, ONES, BOTH, parts);

    assertThat(parts).containsOnly(0);
  }

  @Test
  void aFitFindsLatentVectorsStrangeThatNormalRecordsDoNotHave() {
    Random random = new Random(4);
    int rows = 2000;
    float[] latents = new float[rows];
    float[] inputs = new float[2 * rows];
    float[] outputs = new float[2 * rows];
    boolean[] observed = Observed.all(2 * rows);
    for (int row = 0; row < rows; row++) {
      latents[row] = (float) ((random.nextBoolean() ? 3 : -3) + 0.3 * random.nextGaussian());
      for (int i = 0; i < 2; i++) {
        outputs[2 * row + i] = latents[row];
        inputs[2 * row + i] = (float) (latents[row] + 0.1 * random.nextGaussian());
      }
    }

    LatentDensity alone =
        LatentDensityFitter.fit(2, inputs, latents, outputs, observed, false, 2, 1);
    LatentDensity both = LatentDensityFitter.fit(2, inputs, latents, outputs, observed, true, 2, 1);

    float[] three = {3, 3};
    float[] zero = {0.1f, 0.1f};
    double usual = alone.score(three, new float[] {3}, three, BOTH);
    assertThat(alone.score(zero, new float[1], zero, BOTH)).isGreaterThan(usual + 10);
    assertThat(both.mixture().width()).isEqualTo(3);
    double rebuilt = both.score(three, new float[] {3}, three, BOTH);
    assertThat(both.score(new float[] {3, -3}, new float[] {3}, three, BOTH))
        .isGreaterThan(rebuilt + 10);
  }

  @Test
  void widthsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> round(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the mixture of a latent density is as wide as the latent vector or by two wider, got 2"
                + " and 1");
    assertThatThrownBy(
            () ->
                LatentDensityFitter.fit(
                    2, new float[4], new float[3], new float[4], Observed.all(4), true, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 latent vectors of one width, got 3 numbers");
  }
}
