package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RebuiltTest {
  @Test
  void isTheRelativeDistanceAndTheCosine() {
    Tape tape = new Tape();
    FeatureMatrix rows = Samples.complete(2, new float[] {3, 4, 1, 0});

    float[] rebuilt = of(tape, rows, tape.constant(2, new float[] {0, 4, -2, 0}));

    assertThat(rebuilt).containsExactly(new float[] {0.6f, 0.8f, 3, -1}, within(1e-5f));
  }

  @Test
  void looksAtObservedEntriesAlone() {
    Tape tape = new Tape();
    FeatureMatrix rows =
        new FeatureMatrix(3, new float[] {3, 9, 4}, new boolean[] {true, false, true});

    float[] rebuilt = of(tape, rows, tape.constant(3, new float[] {0, -50, 4}));

    assertThat(rebuilt).containsExactly(new float[] {0.6f, 0.8f}, within(1e-5f));
  }

  @Test
  void isFiniteWhereThereIsNothing() {
    Tape tape = new Tape();
    FeatureMatrix rows = Samples.complete(2, new float[2]);

    float[] rebuilt = of(tape, rows, tape.constant(2, new float[2]));

    assertThat(rebuilt).containsExactly(new float[] {0, 0}, within(2e-3f));
  }

  @Test
  void hasTheGradientOfItsDifferences() {
    SplittableRandom random = new SplittableRandom(4);
    FeatureMatrix rows = Samples.plane(6, 4, 1);
    Parameter output = Parameter.drawn(6, 4, random::nextGaussian);

    GradientCheck.agrees(
        List.of(output),
        tape -> Rebuilt.of(pass(tape, rows, tape.variable(output))).squared().mean());
  }

  private static float[] of(Tape tape, FeatureMatrix rows, Node output) {
    return Rebuilt.of(pass(tape, rows, output)).values();
  }

  private static Pass pass(Tape tape, FeatureMatrix rows, Node output) {
    return new Pass(Step.heldOut(tape, rows), List.of(), Code.of(output), output);
  }
}
