package io.residua.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossFittedPValuesTest {
  @Test
  void eachPValueComesFromTheOtherFolds() {
    double[] pValues = CrossFittedPValues.of(new double[] {1, 2, 3, 4}, 2);

    // Against {3, 4} both 1 and 2 are the lowest of three; against {1, 2} both 3 and 4 the highest.
    assertThat(pValues).containsExactly(new double[] {1, 1, 1 / 3., 1 / 3.}, within(1e-12));
  }

  @Test
  void pValuesOfOnePopulationAreUniform() {
    Random random = new Random(3);
    double[] scores = random.doubles(5000).map(u -> -Math.log(u)).toArray();

    double[] pValues = CrossFittedPValues.of(scores, 5);

    for (double alpha : new double[] {0.5, 0.1, 0.01}) {
      double share = Arrays.stream(pValues).filter(p -> p <= alpha).count() / 5000.0;
      assertThat(share).isCloseTo(alpha, within(4 * Math.sqrt(alpha / 5000)));
    }
    assertThat(Arrays.stream(pValues).allMatch(p -> p > 0 && p <= 1)).isTrue();
  }

  @Test
  void aDriftShowsAsTooManySmallPValues() {
    double[] scores = new double[1000];
    Arrays.setAll(scores, row -> 1 + row / 100.0);

    double[] pValues = CrossFittedPValues.of(scores, 5);

    assertThat(Arrays.stream(pValues).filter(p -> p <= 0.01).count()).isGreaterThan(150);
  }

  @Test
  void fewerScoresThanFoldsLeaveOneOut() {
    assertThat(CrossFittedPValues.of(new double[] {1, 2}, 5)).containsExactly(1, 0.5);
    assertThat(CrossFittedPValues.of(new double[] {1}, 5)).isEmpty();
  }

  @Test
  void refusesASingleFold() {
    assertThatThrownBy(() -> CrossFittedPValues.of(new double[] {1, 2}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 folds or more, got 1");
  }
}
