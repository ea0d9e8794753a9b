package io.residua.trainer.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {
  @Test
  void onlyTheOrderCounts() {
    double[] scores = {3, 1, 2, 40};

    assertThat(RankCorrelation.of(scores, new double[] {0.3, 0.1, 0.2, 0.31}))
        .isCloseTo(1, within(1e-12));
    assertThat(RankCorrelation.of(scores, new double[] {-3, -1, -2, -40}))
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void equalScoresShareARank() {
    // Ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: 4.5 / √(4.5 · 5).
    assertThat(RankCorrelation.of(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}))
        .isCloseTo(Math.sqrt(0.9), within(1e-12));
  }

  @Test
  void thereIsNoneWhereAScoreSaysTheSameOfAll() {
    assertThat(RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    assertThat(RankCorrelation.of(new double[0], new double[0])).isNaN();
  }

  @Test
  void scoresMustBeOfTheSameRecords() {
    assertThatThrownBy(() -> RankCorrelation.of(new double[2], new double[3]))
        .hasMessage("expected as many scores, got 2 and 3");
  }
}
