package io.residua.detector.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrototypeFitterTest {
  /** The latent vector, at which these scores do not look. */
  private static final float[] NONE = {};

  private static final float[] ONES = {1, 1};

  @Test
  void prototypesOfAsFewRowsAreTheRowsThemselves() {
    float[] rows = {1, 2, 3, 4, 5, 6};

    assertThat(PrototypeFitter.plain(2, rows, Observed.all(6), ONES, 3, 1).prototypes())
        .containsExactly(rows);
  }

  @Test
  void prototypesFindTheMiddlesOfClusters() {
    float[] rows = clusters(3000, new Random(5));

    PrototypeDistance fitted = PrototypeFitter.plain(2, rows, Observed.all(6000), ONES, 16, 1);

    for (float middle : new float[] {-20, 0, 20}) {
      double score =
          fitted.score(new float[] {middle, middle}, NONE, ONES, new boolean[] {true, true});
      assertThat(score).isLessThan(1);
    }
  }

  @Test
  void theQuantisationErrorFallsWithTheNumberOfPrototypes() {
    float[] rows = normal(2000, new Random(5));
    double before = Double.POSITIVE_INFINITY;
    for (int count : new int[] {1, 4, 16, 64}) {
      PrototypeDistance fitted =
          PrototypeFitter.plain(2, rows, Observed.all(rows.length), ONES, count, 1);
      double error = meanScore(fitted, rows);

      assertThat(error).isLessThan(0.6 * before);
      before = error;
    }
  }

  @Test
  void missingEntriesDoNotPullPrototypes() {
    // Two clusters at ±10; every second row's second feature is missing, and says 1000.
    Random random = new Random(3);
    float[] rows = new float[2 * 800];
    boolean[] observed = Observed.all(rows.length);
    for (int row = 0; row < 800; row++) {
      float middle = row % 4 < 2 ? 10 : -10;
      rows[2 * row] = middle + (float) random.nextGaussian();
      rows[2 * row + 1] = row % 2 == 0 ? 1000 : middle + (float) random.nextGaussian();
      observed[2 * row + 1] = row % 2 != 0;
    }

    float[] prototypes = PrototypeFitter.plain(2, rows, observed, ONES, 8, 1).prototypes();
    float[] whitened = PrototypeFitter.whitened(2, rows, observed, ONES, 8, 1).prototypes();

    for (int i = 0; i < prototypes.length; i++) {
      assertThat(Math.abs(prototypes[i])).isLessThan(14f);
    }
    for (float coordinate : whitened) {
      assertThat(Math.abs(coordinate)).isLessThan(14f);
    }
  }

  @Test
  void whiteningLearnsInWhichDirectionsRowsLeaveTheirPrototypes() {
    // Along (1, 1) rows spread over a hundred units, across by one.
    Random random = new Random(4);
    float[] rows = new float[2 * 3000];
    for (int i = 0; i < rows.length; i += 2) {
      float along = (float) (200 * random.nextDouble() - 100);
      rows[i] = along + (float) random.nextGaussian();
      rows[i + 1] = along;
    }
    WhitenedPrototypeDistance fitted =
        PrototypeFitter.whitened(2, rows, Observed.all(rows.length), ONES, 8, 1);
    boolean[] both = {true, true};
    float[] prototypes = fitted.prototypes();
    float[] along = {prototypes[0] + 4, prototypes[1] + 4};
    float[] across = {prototypes[0] + 4, prototypes[1] - 4};

    assertThat(fitted.score(across, NONE, ONES, both))
        .isGreaterThan(5 * fitted.score(along, NONE, ONES, both));
  }

  @Test
  void equalRowsHaveOnePrototypeAndAreNoFault() {
    float[] rows = new float[2 * 600];
    boolean[] observed = Observed.all(rows.length);

    PrototypeDistance plain = PrototypeFitter.plain(2, rows, observed, ONES, 256, 1);
    WhitenedPrototypeDistance whitened = PrototypeFitter.whitened(2, rows, observed, ONES, 256, 1);

    assertThat(plain.count()).isEqualTo(1);
    assertThat(whitened.score(new float[] {3, 4}, NONE, ONES, new boolean[] {true, true}))
        .isEqualTo(12.5, within(1e-5));
  }

  @Test
  void theSameSeedGivesTheSamePrototypesAndAnotherOthers() {
    float[] rows = normal(1000, new Random(5));
    boolean[] observed = Observed.all(rows.length);

    float[] first = PrototypeFitter.plain(2, rows, observed, ONES, 16, 1).prototypes();

    assertThat(PrototypeFitter.plain(2, rows, observed, ONES, 16, 1).prototypes()).isEqualTo(first);
    assertThat(PrototypeFitter.plain(2, rows, observed, ONES, 16, 2).prototypes())
        .isNotEqualTo(first);
  }

  @Test
  void noRowsAndTooManyFeaturesAreRefused() {
    assertThatThrownBy(() -> PrototypeFitter.plain(2, new float[0], new boolean[0], ONES, 16, 1))
        .hasMessage("expected at least one whole row of 2 features, got 0 values");
    assertThatThrownBy(
            () ->
                PrototypeFitter.whitened(
                    513, new float[513], new boolean[513], new float[513], 16, 1))
        .hasMessage("whitened prototypes have at most 512 features, got 513");
  }

  private static double meanScore(ResidualScore score, float[] rows) {
    double sum = 0;
    for (int i = 0; i < rows.length; i += 2) {
      sum +=
          score.score(new float[] {rows[i], rows[i + 1]}, NONE, ONES, new boolean[] {true, true});
    }
    return sum / rows.length;
  }

  private static float[] clusters(int rows, Random random) {
    float[] values = normal(rows, random);
    for (int i = 0; i < values.length; i++) {
      values[i] += 20 * (i / 2 % 3 - 1);
    }
    return values;
  }

  private static float[] normal(int rows, Random random) {
    float[] values = new float[2 * rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
