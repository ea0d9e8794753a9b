package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomTargetsTest {
  private static final int DRAWS = 30_000;
  private static final FeatureMatrix ROWS =
      Samples.complete(1, new float[6]).withClasses(new int[] {0, 1, 0, -1, 1, 0});

  @Test
  void everyRecordOfTheClassIsDrawnAsOften() {
    assertThat(shares(RandomTargets.ofClass(ROWS, 1), 2, 6))
        .containsExactly(new double[] {1 / 3.0, 0, 1 / 3.0, 0, 0, 1 / 3.0}, within(0.02));
  }

  @Test
  void everyRecordIsDrawnAsOftenWhereNoClassIsKnown() {
    FeatureMatrix unknown = Samples.complete(1, new float[4]);

    assertThat(shares(RandomTargets.ofClass(unknown, 1), 3, 4))
        .containsExactly(shares(RandomTargets.ofAll(4, 1), 3, 4))
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(0.02));
  }

  @Test
  void aRecordOfAnUnknownClassIsItsOwnTarget() {
    assertThat(shares(RandomTargets.ofClass(ROWS, 1), 3, 6))
        .containsExactly(new double[] {0, 0, 0, 1, 0, 0}, within(1e-9));
  }

  @Test
  void aRecordIsItsOwnTargetAsOftenAsMixingLeaves() {
    assertThat(shares(RandomTargets.ofClass(ROWS, 0.4), 1, 6))
        .containsExactly(new double[] {0, 0.6 + 0.2, 0, 0, 0.2, 0}, within(0.02));
    assertThat(shares(RandomTargets.ofAll(3, 0), 1, 3))
        .containsExactly(new double[] {0, 1, 0}, within(1e-9));
  }

  private static double[] shares(Targets targets, int row, int rows) {
    SplittableRandom random = new SplittableRandom(1);
    double[] shares = new double[rows];
    for (int i = 0; i < DRAWS; i++) {
      shares[targets.row(row, random)] += 1.0 / DRAWS;
    }
    return shares;
  }
}
