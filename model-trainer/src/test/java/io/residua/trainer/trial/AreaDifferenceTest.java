package io.residua.trainer.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AreaDifferenceTest {

  /** The example of Hanley and McNeil, page 31: 51 abnormal and 58 normal images. */
  @Test
  void theStandardErrorIsThatOfThePaper() {
    assertThat(Math.sqrt(AreaDifference.variance(0.893, 51, 58))).isEqualTo(0.032, within(0.001));
  }

  @Test
  void aSmallDifferenceOfFewAnomaliesIsChance() {
    assertThat(AreaDifference.isClear(0.974, 0.960, 284, 1000)).isFalse();
  }

  @Test
  void aLargeDifferenceIsNot() {
    assertThat(AreaDifference.isClear(0.974, 0.90, 284, 1000)).isTrue();
    assertThat(AreaDifference.isClear(1, 0.6, 30, 300)).isTrue();
  }
}
