package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import org.junit.jupiter.api.Test;

class CategoricalPriorTest {
  private static final FeatureMatrix ROWS = Samples.complete(1, new float[10]);
  private static final FeatureMatrix CLASSIFIED =
      ROWS.withClasses(new int[] {0, 0, 0, 0, 0, 1, -1, -1, -1, -1});

  @Test
  void withoutClassesAllClustersAreAlike() {
    CategoricalPrior prior = CategoricalPrior.of(4, ROWS);

    assertThat(prior.shares()).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
    assertThat(prior.classes()).isZero();
    assertThat(prior.deviation()).isEqualTo(Math.sqrt(3) / 4, within(1e-9));
  }

  @Test
  void classesHaveTheirFrequenciesAmongKnownRowsInThePartThatTheyAre() {
    CategoricalPrior prior = CategoricalPrior.of(4, CLASSIFIED);

    assertThat(prior.shares()).containsExactly(0.375f, 0.125f, 0.25f, 0.25f);
    assertThat(prior.classes()).isEqualTo(2);
  }

  @Test
  void drawsAreOfOneClusterByTheShares() {
    Step step = Step.heldOut(new Tape(), ROWS);

    float[] drawn = CategoricalPrior.of(3, CLASSIFIED).draw(step, 9000, 3).values();

    double[] means = new double[3];
    for (int row = 0; row < 9000; row++) {
      assertThat(drawn[3 * row] + drawn[3 * row + 1] + drawn[3 * row + 2]).isEqualTo(1);
      for (int i = 0; i < 3; i++) {
        assertThat(drawn[3 * row + i]).isIn(0f, 1f);
        means[i] += drawn[3 * row + i] / 9000;
      }
    }
    assertThat(means)
        .containsExactly(new double[] {2 / 3.0 * 0.75, 2 / 3.0 * 0.25, 1 / 3.0}, within(0.02));
  }

  @Test
  void moreClassesThanClustersAreRefused() {
    FeatureMatrix three = ROWS.withClasses(new int[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0});

    assertThatThrownBy(() -> CategoricalPrior.of(2, three))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at most 2 classes, got 3");
  }
}
