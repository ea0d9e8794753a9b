package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResidualScoreTest {
  /** The latent vector, at which these scores do not look. */
  private static final float[] NONE = {};

  private static final boolean[] BOTH = {true, true};

  @Test
  void meanSquaredIsTheMeanOverObservedFeatures() {
    ResidualScore score = new MeanSquaredResidual(3);
    float[] input = {1, 2, 100};
    float[] reconstruction = {0, 4, 0};

    assertThat(score.score(input, NONE, reconstruction, new boolean[] {true, true, false}))
        .isEqualTo(2.5);
  }

  @Test
  void standardisedMeasuresEachResidualInItsOwnScale() {
    ResidualScore score = new StandardisedResidual(new float[] {0.5f, 4});

    assertThat(score.score(new float[] {1, 4}, NONE, new float[2], BOTH))
        .isEqualTo((4.0 + 1.0) / 2);
  }

  @Test
  void whitenedCountsResidualsThatBreakTheirProportion() {
    // The inverse root of [[1, 0.8], [0.8, 1]].
    double sum = 1 / Math.sqrt(1.8);
    double difference = 1 / Math.sqrt(0.2);
    float a = (float) ((sum + difference) / 2);
    float b = (float) ((sum - difference) / 2);
    ResidualScore score = new WhitenedResidual(2, new float[] {a, b, b, a});

    double together = score.score(new float[] {1, 1}, NONE, new float[2], BOTH);
    double apart = score.score(new float[] {1, -1}, NONE, new float[2], BOTH);

    assertThat(together).isEqualTo(1 / 1.8, within(1e-6));
    assertThat(apart).isEqualTo(1 / 0.2, within(1e-5));
  }

  @Property(tries = 300)
  void contributionsAreTheScoresParts(
      @ForAll("kinds") ResidualKind kind,
      @ForAll @IntRange(min = 1, max = 23) int width,
      @ForAll Random random) {
    ResidualScore score = any(kind, width, random);
    float[] input = values(random, width);
    float[] reconstruction = values(random, width);
    boolean[] observed = observed(random, width);
    double[] parts = new double[width];

    score.contributions(input, NONE, reconstruction, observed, parts);

    int count = 0;
    for (int i = 0; i < width; i++) {
      assertThat(parts[i] >= 0 || kind == ResidualKind.WHITENED).isTrue();
      count += observed[i] ? 1 : 0;
      if (!observed[i]) {
        assertThat(parts[i]).isZero();
      }
    }
    double total = score.score(input, NONE, reconstruction, observed);
    assertThat(Arrays.stream(parts).sum() / count).isEqualTo(total, within(1e-5 * (1 + total)));
  }

  @Property(tries = 100)
  void whatIsRebuiltExactlyContributesNothing(
      @ForAll("kinds") ResidualKind kind,
      @ForAll @IntRange(min = 2, max = 23) int width,
      @ForAll Random random) {
    float[] input = values(random, width);
    float[] reconstruction = values(random, width);
    reconstruction[width / 2] = input[width / 2];
    double[] parts = new double[width];

    any(kind, width, random)
        .contributions(input, NONE, reconstruction, observed(random, width), parts);

    assertThat(parts[width / 2]).isZero();
  }

  @Test
  void whitenedSharesWhatTwoResidualsHaveTogetherInHalves() {
    // z = (2 r_0 + r_1, 3 r_1): the score's form is 4 r_0² + 4 r_0 r_1 + 10 r_1².
    ResidualScore score = new WhitenedResidual(2, new float[] {2, 1, 0, 3});
    double[] parts = new double[2];

    score.contributions(new float[] {1, -1}, NONE, new float[2], BOTH, parts);

    assertThat(parts).containsExactly(4 - 2, 10 - 2);
  }

  @Property(tries = 100)
  void whatIsNotObservedDoesNotMatter(
      @ForAll("kinds") ResidualKind kind,
      @ForAll @IntRange(min = 2, max = 23) int width,
      @ForAll Random random) {
    ResidualScore score = any(kind, width, random);
    float[] input = values(random, width);
    float[] reconstruction = values(random, width);
    boolean[] observed = observed(random, width);
    double before = score.score(input, NONE, reconstruction, observed);

    for (int i = 0; i < width; i++) {
      reconstruction[i] = observed[i] ? reconstruction[i] : 1e6f;
    }

    assertThat(score.score(input, NONE, reconstruction, observed)).isEqualTo(before);
  }

  @Test
  void numbersThatCannotBeAScoreAreRefused() {
    assertThatThrownBy(() -> new StandardisedResidual(new float[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a residual's scale must be finite and above 0; scale[1] is 0.0");
    assertThatThrownBy(() -> new StandardisedResidual(new float[] {1e-42f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a residual's scale must be finite and above 0");
    assertThatThrownBy(() -> new WhitenedResidual(2, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the whitening matrix of 2 features has 4 values, got 3");
    assertThatThrownBy(() -> new WhitenedResidual(1, new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("whitening[0] is NaN");
    assertThatThrownBy(() -> new MeanSquaredResidual(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a residual has at least one feature, got 0");
  }

  /** Those of the network's residual alone. */
  @Provide
  Arbitrary<ResidualKind> kinds() {
    return Arbitraries.of(
        ResidualKind.MEAN_SQUARED, ResidualKind.STANDARDISED, ResidualKind.WHITENED);
  }

  private static ResidualScore any(ResidualKind kind, int width, Random random) {
    return switch (kind) {
      case MEAN_SQUARED -> new MeanSquaredResidual(width);
      case STANDARDISED -> {
        float[] scale = values(random, width);
        for (int i = 0; i < width; i++) {
          scale[i] = 0.1f + Math.abs(scale[i]);
        }
        yield new StandardisedResidual(scale);
      }
      case WHITENED -> new WhitenedResidual(width, values(random, width * width));
      default -> throw new AssertionError(kind);
    };
  }

  /** At least one. */
  private static boolean[] observed(Random random, int width) {
    boolean[] observed = new boolean[width];
    for (int i = 0; i < width; i++) {
      observed[i] = random.nextInt(4) > 0;
    }
    observed[random.nextInt(width)] = true;
    return observed;
  }

  private static float[] values(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
