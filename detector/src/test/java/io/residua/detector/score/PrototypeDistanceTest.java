package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrototypeDistanceTest {
  /** The latent vector, at which these scores do not look. */
  private static final float[] NONE = {};

  private static final float[] UNUSED = {Float.NaN, Float.NaN};
  private static final boolean[] BOTH = {true, true};

  @Test
  void isTheMeanSquaredResidualOfTheNearestPrototypeInTheFeaturesScales() {
    ResidualScore score =
        new PrototypeDistance(new float[] {1, 10}, new float[] {0, 0, 5, 0, 0, 300});

    assertThat(score.score(new float[] {4, 20}, NONE, UNUSED, BOTH)).isEqualTo((1.0 + 4.0) / 2);
  }

  @Test
  void featuresThatWereNotObservedTakeNoPart() {
    float[] prototypes = {0, 0, 5, 0};
    boolean[] first = {true, false};
    ResidualScore plain = new PrototypeDistance(new float[] {1, 1}, prototypes);
    ResidualScore whitened = new WhitenedPrototypeDistance(2, new float[] {1, 0, 0, 1}, prototypes);

    assertThat(plain.score(new float[] {4, 1e6f}, NONE, UNUSED, first)).isEqualTo(1);
    assertThat(whitened.score(new float[] {4, 1e6f}, NONE, UNUSED, first)).isEqualTo(1);
  }

  @Test
  void whiteningMeasuresResidualsInItsOwnDirections() {
    // Along (1, 1) normal records vary tenfold.
    float a = 0.55f;
    float b = -0.45f;
    ResidualScore score =
        new WhitenedPrototypeDistance(2, new float[] {a, b, b, a}, new float[] {0, 0, 9, -9});

    double along = score.score(new float[] {3, 3}, NONE, UNUSED, BOTH);
    double across = score.score(new float[] {3, -3}, NONE, UNUSED, BOTH);

    assertThat(along).isEqualTo(0.09, within(1e-6));
    assertThat(across).isEqualTo(9, within(1e-5));
  }

  @Property(tries = 200)
  void isTheSmallestOfAllDistances(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 70) int count,
      @ForAll Random random) {
    float[] prototypes = values(random, count * width);
    float[] input = values(random, width);
    float[] scale = new float[width];
    Arrays.fill(scale, 2);
    boolean[] observed = observed(random, width);

    double expected = Double.POSITIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int i = 0; i < width; i++) {
        double residual = observed[i] ? (input[i] - prototypes[k * width + i]) / 2 : 0;
        sum += residual * residual;
      }
      expected = Math.min(expected, sum / Observed.count(observed, width));
    }

    assertThat(new PrototypeDistance(scale, prototypes).score(input, NONE, UNUSED, observed))
        .isEqualTo(expected, within(1e-5 * (1 + expected)));
  }

  @Property(tries = 200)
  void contributionsAreTheScoresParts(
      @ForAll boolean whitened,
      @ForAll @IntRange(min = 1, max = 23) int width,
      @ForAll Random random) {
    ResidualScore score = any(whitened, width, random);
    float[] input = values(random, width);
    boolean[] observed = observed(random, width);
    double[] parts = new double[width];

    score.contributions(input, NONE, UNUSED, observed, parts);

    double total = score.score(input, NONE, UNUSED, observed);
    assertThat(Arrays.stream(parts).sum() / Observed.count(observed, width))
        .isEqualTo(total, within(1e-4 * (1 + total)));
    for (int i = 0; i < width; i++) {
      assertThat(observed[i] || parts[i] == 0).isTrue();
    }
  }

  @Property(tries = 100)
  void whatIsNotObservedDoesNotMatter(
      @ForAll boolean whitened,
      @ForAll @IntRange(min = 2, max = 23) int width,
      @ForAll Random random) {
    ResidualScore score = any(whitened, width, random);
    float[] input = values(random, width);
    boolean[] observed = observed(random, width);
    double before = score.score(input, NONE, UNUSED, observed);

    for (int i = 0; i < width; i++) {
      input[i] = observed[i] ? input[i] : 1e6f;
    }

    assertThat(score.score(input, NONE, UNUSED, observed)).isEqualTo(before);
  }

  @Test
  void aPrototypeItselfHasScoreZeroAndNoContributions() {
    float[] prototypes = values(new Random(1), 50 * 7);
    float[] input = Arrays.copyOfRange(prototypes, 21, 28);
    boolean[] observed = Observed.all(7);
    for (ResidualScore score :
        new ResidualScore[] {
          new PrototypeDistance(values(7, 3), prototypes),
          new WhitenedPrototypeDistance(7, values(new Random(2), 49), prototypes)
        }) {
      double[] parts = new double[7];
      score.contributions(input, NONE, UNUSED, observed, parts);

      assertThat(score.score(input, NONE, UNUSED, observed)).isZero();
      assertThat(parts).containsOnly(0);
    }
  }

  @Test
  void numbersThatCannotBePrototypesAreRefused() {
    assertThatThrownBy(() -> new PrototypeDistance(new float[] {1, 0}, new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a prototype's scale must be finite and above 0; scale[1] is 0.0");
    assertThatThrownBy(() -> new PrototypeDistance(new float[] {1, 1}, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 1 to 4096 prototypes of 2 features, got 3 values");
    assertThatThrownBy(() -> new PrototypeDistance(new float[] {1}, new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prototypes[0] is NaN");
    assertThatThrownBy(() -> new WhitenedPrototypeDistance(2, new float[3], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the whitening matrix of 2 features has 4 values, got 3");
  }

  private static ResidualScore any(boolean whitened, int width, Random random) {
    float[] prototypes = values(random, 17 * width);
    return whitened
        ? new WhitenedPrototypeDistance(width, values(random, width * width), prototypes)
        : new PrototypeDistance(values(width, 0.5f), prototypes);
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

  private static float[] values(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  private static float[] values(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
