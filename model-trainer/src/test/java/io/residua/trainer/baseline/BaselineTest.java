package io.residua.trainer.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {
  @ParameterizedTest
  @EnumSource(Baseline.class)
  void findsWhatIsFarFromAllRowsAndOffTheirPlane(Baseline baseline) {
    FeatureMatrix normal = plane(600, 1);
    FittedBaseline fitted = baseline.fit(normal, 1);

    double[] scores = fitted.scores(normal);
    Arrays.sort(scores);

    assertThat(fitted.score(new float[] {6, -6, 12})).isGreaterThan(scores[590]);
  }

  @ParameterizedTest
  @EnumSource(
      value = Baseline.class,
      names = {"KNN", "PCA", "MAHALANOBIS"})
  void findsWhatBreaksTheProportionOfTheFeatures(Baseline baseline) {
    FeatureMatrix normal = plane(600, 1);
    FittedBaseline fitted = baseline.fit(normal, 1);

    // The third feature is the sum of the others.
    assertThat(fitted.score(new float[] {1, 1, -1}))
        .isGreaterThan(3 * fitted.score(new float[] {1, 1, 2}));
  }

  @ParameterizedTest
  @EnumSource(Baseline.class)
  void givesFiniteScoresOnRowsThatAreAllTheSame(Baseline baseline) {
    FeatureMatrix same = matrix(2, new float[20]);

    assertThat(baseline.fit(same, 1).score(new float[] {0, 0})).isFinite();
    assertThat(baseline.fit(same, 1).score(new float[] {3, 4})).isFinite();
  }

  @Test
  void nearestNeighboursMeasureTheDistanceToTheFifth() {
    FeatureMatrix line = matrix(1, new float[] {0, 10, 20, 30, 40, 50, 60});

    FittedBaseline fitted = Baseline.KNN.fit(line, 1);

    assertThat(fitted.score(new float[] {0})).isEqualTo(40, within(1e-5));
    assertThat(fitted.score(new float[] {30})).isEqualTo(20, within(1e-5));
  }

  @Test
  void fewRowsHaveNoFifthNeighbour() {
    FeatureMatrix two = matrix(1, new float[] {0, 10});

    assertThat(Baseline.KNN.fit(two, 1).score(new float[] {0})).isEqualTo(10, within(1e-5));
  }

  @Test
  void zScoresAreTheMeanOfSquares() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[40_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (i % 2 == 0 ? 10 * random.nextGaussian() : random.nextGaussian());
    }
    FittedBaseline fitted = Baseline.Z_SCORE.fit(matrix(2, values), 1);

    assertThat(fitted.score(new float[] {20, 4})).isEqualTo((4 + 16) / 2.0, within(0.5));
  }

  @Test
  void principalComponentsLeaveNothingOverInTheirPlane() {
    FittedBaseline fitted = Baseline.PCA.fit(plane(600, 1), 1);

    assertThat(fitted.score(new float[] {5, -3, 2})).isLessThan(0.1);
    assertThat(fitted.score(new float[] {0, 0, 3})).isEqualTo(3, within(0.3));
  }

  @Test
  void anIsolationForestGivesWhatIsTypicalLessThanAHalf() {
    FittedBaseline fitted = Baseline.ISOLATION_FOREST.fit(plane(600, 1), 1);

    assertThat(fitted.score(new float[] {0, 0, 0})).isLessThan(0.5);
    assertThat(fitted.score(new float[] {6, 6, 12})).isGreaterThan(0.6);
  }

  /** (a, b, a + b), with a little noise. */
  private static FeatureMatrix plane(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[3 * rows];
    for (int i = 0; i < values.length; i += 3) {
      values[i] = (float) random.nextGaussian();
      values[i + 1] = (float) random.nextGaussian();
      values[i + 2] = values[i] + values[i + 1] + 0.05f * (float) random.nextGaussian();
    }
    return matrix(3, values);
  }

  private static FeatureMatrix matrix(int width, float[] values) {
    boolean[] observed = new boolean[values.length];
    Arrays.fill(observed, true);
    return new FeatureMatrix(width, values, observed);
  }
}
