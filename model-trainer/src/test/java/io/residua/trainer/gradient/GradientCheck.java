package io.residua.trainer.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;

/** Compares gradients with central differences of the loss. */
public final class GradientCheck {
  private static final float STEP = 1e-2f;

  private GradientCheck() {}

  /**
   * @param loss a smooth number made of the parameters, the same each time; of size 1 or so
   */
  public static void agrees(List<Parameter> parameters, Function<Tape, Node> loss) {
    agrees(parameters, loss, 2e-2);
  }

  /**
   * @param tolerance relative to the larger of 1 and the difference
   */
  public static void agrees(
      List<Parameter> parameters, Function<Tape, Node> loss, double tolerance) {
    Tape tape = new Tape();
    new Parameters(parameters).clearGradients();
    tape.backward(loss.apply(tape));
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.values().length; i++) {
        double difference = difference(parameter, i, loss);
        assertThat(parameter.gradient()[i])
            .as("gradient %d of %d × %d", i, parameter.rows(), parameter.columns())
            .isCloseTo(
                (float) difference,
                within((float) (tolerance * Math.max(1, Math.abs(difference)))));
      }
    }
  }

  private static double difference(Parameter parameter, int index, Function<Tape, Node> loss) {
    float value = parameter.values()[index];
    parameter.values()[index] = value + STEP;
    double above = loss.apply(new Tape()).value();
    parameter.values()[index] = value - STEP;
    double below = loss.apply(new Tape()).value();
    parameter.values()[index] = value;
    return (above - below) / (2 * STEP);
  }
}
