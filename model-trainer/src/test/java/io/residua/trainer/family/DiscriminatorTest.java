package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscriminatorTest {
  private final Discriminator judge = Discriminator.of(2, new SplittableRandom(1));

  @Test
  void learnsToTellTwoCloudsApart() {
    double before = train(PriorSamples.normal(400, 1), moved(PriorSamples.normal(400, 2), 3), 1);

    double after = train(PriorSamples.normal(400, 1), moved(PriorSamples.normal(400, 2), 3), 200);

    Tape tape = new Tape();
    assertThat(before).isCloseTo(2 * Math.log(2), within(0.4));
    assertThat(after).isLessThan(0.3);
    assertThat(
            judge.accuracy(
                tape,
                tape.constant(2, PriorSamples.normal(400, 3)),
                tape.constant(2, moved(PriorSamples.normal(400, 4), 3))))
        .isGreaterThan(0.95);
  }

  @Test
  void isNoBetterThanChanceWhereThereIsNothingToTell() {
    train(PriorSamples.normal(2000, 1), PriorSamples.normal(2000, 2), 100);

    Tape tape = new Tape();
    assertThat(
            judge.accuracy(
                tape,
                tape.constant(2, PriorSamples.normal(2000, 3)),
                tape.constant(2, PriorSamples.normal(2000, 4))))
        .isCloseTo(0.5, within(0.08));
  }

  @Test
  void gradientsAreThoseOfDifferences() {
    Parameter made = new Parameter(4, 2, PriorSamples.normal(8, 1));
    List<Parameter> all = new ArrayList<>(judge.parameters().all());
    all.add(made);
    float[] drawn = PriorSamples.normal(8, 2);

    GradientCheck.agrees(
        all, tape -> judge.loss(tape, tape.constant(2, drawn), tape.variable(made)));
    GradientCheck.agrees(all, tape -> judge.fooled(tape, tape.variable(made)));
  }

  /** The loss before the last step. */
  private double train(float[] drawn, float[] made, int steps) {
    Adam optimiser = new Adam(judge.parameters());
    Tape tape = new Tape();
    double loss = 0;
    for (int step = 0; step < steps; step++) {
      judge.parameters().clearGradients();
      Node node = judge.loss(tape, tape.constant(2, drawn), tape.constant(2, made));
      tape.backward(node);
      loss = node.value();
      optimiser.step(0.003);
      tape.clear();
    }
    return loss;
  }

  private static float[] moved(float[] values, float by) {
    for (int i = 0; i < values.length; i++) {
      values[i] += by;
    }
    return values;
  }
}
