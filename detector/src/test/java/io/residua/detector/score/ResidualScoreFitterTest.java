package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResidualScoreFitterTest {
  /** The latent vector, at which these scores do not look. */
  private static final float[] NONE = {};

  private static final int ROWS = 4000;

  @Test
  void scalesAreRootMeanSquaresAboutZero() {
    // Feature 0 is always off by 3, feature 1 by plus or minus 2.
    float[] inputs = {3, 2, 3, -2, 3, 2, 3, -2};

    StandardisedResidual score =
        (StandardisedResidual) fit(ResidualKind.STANDARDISED, 2, inputs, all(inputs.length));

    assertThat(score.scale()).containsExactly(3, 2);
  }

  @Test
  void aNearConstantFeatureDoesNotOutweighTheOthers() {
    float[] inputs = {1, 2, 1e-6f, -1, -2, 0, 1, 2, -1e-6f};

    StandardisedResidual score =
        (StandardisedResidual) fit(ResidualKind.STANDARDISED, 3, inputs, all(inputs.length));

    assertThat(score.scale()[2]).isEqualTo(0.1f * 1f, within(1e-6f));
  }

  @Test
  void aFeatureNeverObservedHasTheMedianScale() {
    float[] inputs = {1, 2, 99, 1, 2, 99};
    boolean[] observed = {true, true, false, true, true, false};

    StandardisedResidual score =
        (StandardisedResidual) fit(ResidualKind.STANDARDISED, 3, inputs, observed);

    assertThat(score.scale()).containsExactly(1, 2, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"MEAN_SQUARED", "STANDARDISED", "WHITENED"})
  void aNetworkThatRebuildsEverythingStillGivesAFiniteScore(ResidualKind kind) {
    ResidualScore score = fit(kind, 3, new float[30], all(30));

    assertThat(score.kind()).isEqualTo(kind);
    assertThat(score.width()).isEqualTo(3);
    assertThat(score.score(new float[] {1, 0, 0}, NONE, new float[3], all(3)))
        .isGreaterThan(0)
        .isLessThan(1e7);
  }

  @Test
  void whitenedResidualsOfNormalRecordsHaveLengthOneAndDoNotMoveTogether() {
    float[] inputs = correlated(new Random(1));
    WhitenedResidual score =
        (WhitenedResidual) fit(ResidualKind.WHITENED, 3, inputs, all(inputs.length));

    double mean = 0;
    for (int row = 0; row < ROWS; row++) {
      float[] record = Arrays.copyOfRange(inputs, 3 * row, 3 * row + 3);
      mean += score.score(record, NONE, new float[3], all(3)) / ROWS;
    }

    // The ridge of 0.05 takes a little off every direction, most off the narrow one.
    assertThat(mean).isBetween(0.7, 1.0);
    double along = score.score(new float[] {2, 1, 0}, NONE, new float[3], all(3));
    double against = score.score(new float[] {2, -1, 0}, NONE, new float[3], all(3));
    assertThat(against).isGreaterThan(8 * along);
  }

  @Test
  void whiteningDoesNotDependOnTheUnitsOfAFeature() {
    float[] inputs = correlated(new Random(1));
    float[] scaled = inputs.clone();
    for (int i = 0; i < scaled.length; i += 3) {
      scaled[i] *= 3;
    }
    ResidualScore score = fit(ResidualKind.WHITENED, 3, inputs, all(inputs.length));
    ResidualScore scoreOfScaled = fit(ResidualKind.WHITENED, 3, scaled, all(inputs.length));

    assertThat(scoreOfScaled.score(new float[] {3, 1, -1}, NONE, new float[3], all(3)))
        .isEqualTo(score.score(new float[] {1, 1, -1}, NONE, new float[3], all(3)), within(1e-4));
  }

  @Test
  void aDirectionThatNormalRecordsNeverTakeIsBoundedByTheRidge() {
    float[] inputs = new float[2 * ROWS];
    Random random = new Random(3);
    for (int row = 0; row < ROWS; row++) {
      inputs[2 * row] = (float) random.nextGaussian();
      inputs[2 * row + 1] = inputs[2 * row];
    }
    ResidualScore score = fit(ResidualKind.WHITENED, 2, inputs, all(inputs.length));

    double against = score.score(new float[] {1, -1}, NONE, new float[2], all(2));

    assertThat(against).isEqualTo(1 / 0.05, within(1.0));
  }

  @ParameterizedTest
  @EnumSource(names = {"MEAN_SQUARED", "STANDARDISED", "WHITENED"})
  void oneRowIsEnough(ResidualKind kind) {
    ResidualScore score = fit(kind, 3, new float[] {1, -2, 0}, all(3));

    assertThat(score.score(new float[] {1, 1, 1}, NONE, new float[3], all(3)))
        .isGreaterThan(0)
        .isLessThan(1e4);
  }

  @ParameterizedTest
  @EnumSource(names = {"MEAN_SQUARED", "STANDARDISED", "WHITENED"})
  void fittingTwiceGivesTheSame(ResidualKind kind) {
    float[] inputs = correlated(new Random(2));
    float[] record = {0.3f, -1, 2};

    double first =
        fit(kind, 3, inputs, all(inputs.length)).score(record, NONE, new float[3], all(3));

    assertThat(fit(kind, 3, inputs, all(inputs.length)).score(record, NONE, new float[3], all(3)))
        .isEqualTo(first);
  }

  @Test
  void whatCannotBeFittedIsRefusedInASentence() {
    assertThatThrownBy(() -> fit(ResidualKind.WHITENED, 513, new float[513], all(513)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a whitened residual has at most 512 features, got 513; use standardised");
    assertThatThrownBy(() -> fit(ResidualKind.STANDARDISED, 2, new float[3], all(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at least one whole row of 2 features, got 3 values");
    assertThatThrownBy(() -> fit(ResidualKind.STANDARDISED, 2, new float[0], all(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at least one whole row of 2 features, got 0 values");
    assertThatThrownBy(() -> fit(ResidualKind.STANDARDISED, 2, new float[2], all(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inputs, reconstructions and observed must have one length, got 2, 2 and 4");
    assertThatThrownBy(
            () -> fit(ResidualKind.STANDARDISED, 1, new float[] {Float.POSITIVE_INFINITY}, all(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a residual's scale must be finite");
  }

  /** Three residuals a row: one, half of it with a little noise, and one of its own. */
  private static float[] correlated(Random random) {
    float[] inputs = new float[3 * ROWS];
    for (int row = 0; row < ROWS; row++) {
      double first = random.nextGaussian();
      inputs[3 * row] = (float) first;
      inputs[3 * row + 1] = (float) (0.5 * first + 0.1 * random.nextGaussian());
      inputs[3 * row + 2] = (float) random.nextGaussian();
    }
    return inputs;
  }

  private static ResidualScore fit(
      ResidualKind kind, int width, float[] inputs, boolean[] observed) {
    return ResidualScoreFitter.fit(kind, width, inputs, new float[inputs.length], observed);
  }

  private static boolean[] all(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }
}
