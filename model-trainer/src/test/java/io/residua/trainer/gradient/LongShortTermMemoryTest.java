package io.residua.trainer.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongShortTermMemoryTest {
  private static final int STEPS = 4;
  private static final int CHANNELS = 2;
  private static final int HIDDEN = 3;
  private static final int ROWS = 5;

  private final SplittableRandom random = new SplittableRandom(3);
  private final Parameter sequence = drawn(ROWS, STEPS * CHANNELS);
  private final Parameter weights = drawn(CHANNELS + HIDDEN, 4 * HIDDEN);
  private final Parameter bias = drawn(1, 4 * HIDDEN);

  private Parameter drawn(int rows, int columns) {
    return Parameter.drawn(rows, columns, random::nextGaussian);
  }

  private Node state(Tape tape) {
    return tape.variable(sequence).lstm(tape.variable(weights), tape.variable(bias), STEPS);
  }

  @Test
  void gradientsThroughTimeAgreeWithDifferences() {
    Parameter target = drawn(ROWS, HIDDEN);

    GradientCheck.agrees(
        List.of(sequence, weights, bias),
        tape -> state(tape).minus(tape.variable(target)).squared().sum());
  }

  @Test
  void withoutGradientsTheStateIsTheSame() {
    float[] state = state(new Tape()).values();

    assertThat(state(Tape.withoutGradients()).values()).containsExactly(state);
    assertThat(state).hasSize(ROWS * HIDDEN).doesNotContain(0f);
  }

  @Test
  void aTapeWithoutGradientsDoesNotGoBack() {
    Tape tape = Tape.withoutGradients();
    Node loss = state(tape).sum();

    assertThatThrownBy(() -> tape.backward(loss))
        .hasMessage("expected a tape with gradients, got one without");
  }

  @Test
  void weightsOfAnotherShapeAreRefused() {
    Tape tape = new Tape();

    assertThatThrownBy(
            () -> tape.variable(sequence).lstm(tape.variable(weights), tape.variable(bias), 2))
        .hasMessage("expected 2 steps and weights of 7 × 12, got 8 values and 5 × 12");
  }
}
