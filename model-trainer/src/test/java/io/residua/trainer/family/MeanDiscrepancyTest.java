package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanDiscrepancyTest {
  /** Kernels are biased by their diagonals: by 7 scales over 20 rows, which this would see. */
  @Test
  void theEstimateIsNotBiasedWhereDistributionsAreEqual() {
    int draws = 400;
    double mean = 0;
    double square = 0;
    for (int draw = 0; draw < draws; draw++) {
      double estimate =
          between(PriorSamples.normal(60, 2 * draw), PriorSamples.normal(60, 2 * draw + 1));
      mean += estimate / draws;
      square += estimate * estimate / draws;
    }

    assertThat(mean).isCloseTo(0, within(4 * Math.sqrt(square / draws)));
    assertThat(4 * Math.sqrt(square / draws)).isLessThan(0.1);
  }

  @Test
  void theEstimateGrowsWithTheDistance() {
    float[] normal = PriorSamples.normal(600, 1);
    double last = between(normal, PriorSamples.normal(600, 2));
    for (float shift : new float[] {0.5f, 1, 3}) {
      float[] shifted = PriorSamples.normal(600, 2);
      for (int i = 0; i < shifted.length; i++) {
        shifted[i] += shift;
      }
      double estimate = between(normal, shifted);
      assertThat(estimate).isGreaterThan(last + 0.02);
      last = estimate;
    }
  }

  @Test
  void itsGradientIsThatOfItsDifferences() {
    Parameter left = new Parameter(8, 2, PriorSamples.normal(16, 3));
    Parameter right = new Parameter(8, 2, PriorSamples.normal(16, 4));

    GradientCheck.agrees(
        List.of(left, right),
        tape -> MeanDiscrepancy.between(tape.variable(left), tape.variable(right)));
  }

  @Test
  void oneRowHasNoPairs() {
    assertThat(between(new float[] {1, 2, 3}, new float[] {1, 2, 3})).isFinite();
  }

  /** Of rows of three numbers. */
  private static double between(float[] left, float[] right) {
    Tape tape = new Tape();
    Node rows = tape.constant(3, left);
    return MeanDiscrepancy.between(rows, tape.constant(3, right)).value();
  }
}
