package io.residua.trainer.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdamTest {
  /** Whatever the gradient's size, both moments' corrections cancel in the first step. */
  @Test
  void theFirstStepIsAsLongAsTheLearningRate() {
    Parameter x = new Parameter(1, 2, new float[] {1, 1});
    Parameters all = new Parameters(List.of(x));
    x.gradient()[0] = 1000;
    x.gradient()[1] = -0.001f;

    new Adam(all).step(0.01);

    assertThat(x.values()).containsExactly(new float[] {0.99f, 1.01f}, within(1e-4f));
  }

  @Test
  void findsTheLeastOfAParabola() {
    Parameter x = new Parameter(1, 2, new float[] {3, -5});
    Parameters all = new Parameters(List.of(x));
    Adam adam = new Adam(all);
    Tape tape = new Tape();
    for (int step = 0; step < 2000; step++) {
      all.clearGradients();
      tape.backward(tape.variable(x).shifted(-1).squared().sum());
      adam.step(0.02);
      tape.clear();
    }

    assertThat(x.values()).containsExactly(new float[] {1, 1}, within(1e-2f));
  }
}
