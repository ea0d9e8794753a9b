package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Activation;
import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoltzmannMachineTest {
  private final SplittableRandom random = new SplittableRandom(1);
  private final FeatureMatrix rows = Samples.plane(300, 6, 1);

  private BoltzmannMachine machine(int visible, int hidden, Activation up, Activation down) {
    return new BoltzmannMachine(
        new TrainableDense(visible, hidden, up, random),
        new TrainableDense(hidden, visible, down, random));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void theDerivativeOfTheFreeEnergyByTheHiddenBiasIsMinusTheUnitsMean(Activation activation) {
    BoltzmannMachine machine = machine(6, 4, activation, Activation.IDENTITY);
    Tape tape = new Tape();

    tape.backward(machine.freeEnergy(tape, visible(tape)).mean());

    float[] means = machine.up().of(tape, visible(tape)).columnMeans().values();
    for (int i = 0; i < 4; i++) {
      assertThat(machine.up().bias().gradient()[i]).isCloseTo(-means[i], within(1e-4f));
    }
  }

  @Test
  void theFreeEnergySumsOverTheStatesOfHiddenUnits() {
    for (Activation activation : new Activation[] {Activation.SIGMOID, Activation.TANH}) {
      BoltzmannMachine machine = machine(3, 2, activation, Activation.SIGMOID);
      machine.down().bias().values()[1] = 0.7f;
      machine.up().bias().values()[0] = -0.4f;
      Tape tape = new Tape();
      float[] v = {1, 1, 0};

      float energy = machine.freeEnergy(tape, tape.constant(3, v)).value();

      double sum = 0;
      float[] input = machine.up().linear(tape, tape.constant(3, v)).values();
      double off = activation == Activation.SIGMOID ? 0 : -1;
      for (double first : new double[] {off, 1}) {
        for (double second : new double[] {off, 1}) {
          sum += Math.exp(0.7 + first * input[0] + second * input[1]);
        }
      }
      assertThat((double) energy).isCloseTo(-Math.log(sum), within(1e-4));
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsOfTheFreeEnergyAreThoseOfDifferences(Activation activation) {
    BoltzmannMachine machine = machine(3, 4, activation, Activation.IDENTITY);
    FeatureMatrix few = Samples.plane(5, 3, 2);

    GradientCheck.agrees(
        machine.parameters().all(),
        tape -> machine.freeEnergy(tape, tape.constant(3, few.values())).mean());
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void contrastiveDivergenceLowersTheErrorOfWhatIsRebuilt(Activation activation) {
    BoltzmannMachine machine = machine(6, 12, activation, Activation.IDENTITY);
    double before = error(machine);

    train(machine, 400);

    assertThat(error(machine)).isLessThan(0.6 * before);
  }

  @Test
  void contrastiveDivergenceDrawsNormalRecordsBelowOthersInEnergy() {
    BoltzmannMachine machine = machine(6, 12, Activation.SIGMOID, Activation.IDENTITY);
    FeatureMatrix others = shuffled(rows);
    double before = gap(machine, others);

    train(machine, 400);

    assertThat(gap(machine, others)).isGreaterThan(before + 0.3);
  }

  @Test
  void unrollingMakesTheDecoderTheMachinesWayBack() {
    BoltzmannMachine machine = machine(6, 4, Activation.TANH, Activation.IDENTITY);
    Tape tape = new Tape();
    Node hidden = machine.up().of(tape, visible(tape));

    machine.unroll();

    assertThat(machine.down().of(tape, hidden).values())
        .containsExactly(machine.rebuilt(tape, hidden).values(), within(1e-5f));
  }

  private Node visible(Tape tape) {
    return tape.constant(rows.width(), rows.values());
  }

  private void train(BoltzmannMachine machine, int steps) {
    Adam adam = new Adam(machine.parameters());
    Tape tape = new Tape();
    for (int i = 0; i < steps; i++) {
      machine.parameters().clearGradients();
      Step step = Steps.of(tape, rows);
      tape.backward(machine.loss(step, step.target()));
      adam.step(0.01);
      tape.clear();
    }
  }

  private double error(BoltzmannMachine machine) {
    Tape tape = new Tape();
    Node rebuilt = machine.rebuilt(tape, machine.up().of(tape, visible(tape)));
    return rebuilt.minus(visible(tape)).squared().mean().value();
  }

  /** How much lower the free energy of the rows is than that of others, in the mean. */
  private double gap(BoltzmannMachine machine, FeatureMatrix others) {
    Tape tape = new Tape();
    return machine.freeEnergy(tape, tape.constant(6, others.values())).mean().value()
        - machine.freeEnergy(tape, visible(tape)).mean().value();
  }

  /** The same values of each feature, of other rows. */
  private static FeatureMatrix shuffled(FeatureMatrix rows) {
    float[] values = new float[rows.values().length];
    for (int i = 0; i < values.length; i++) {
      int column = i % rows.width();
      values[i] = rows.values()[(i + rows.width() * (17 * column + 5)) % values.length];
    }
    return Samples.complete(rows.width(), values);
  }
}
