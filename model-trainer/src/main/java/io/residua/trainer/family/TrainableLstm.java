package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.detector.network.LstmLayer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * An {@link LstmLayer} in training: the last hidden state beside what passes through. Weights begin
 * as those of dense layers; the forget gate's bias begins at 1, so that at first the cells keep
 * what they have (Gers, Schmidhuber and Cummins, "Learning to Forget", 2000; Jozefowicz, Zaremba
 * and Sutskever, "An Empirical Exploration of Recurrent Network Architectures", 2015).
 *
 * @param shape what it reads and gives
 * @param gates from a step's values and the state before to the four gates
 */
record TrainableLstm(LstmLayer.Shape shape, TrainableDense gates) implements SequenceLayer {
  private static final int GATES = 4;

  static TrainableLstm of(LstmLayer.Shape shape, SplittableRandom random) {
    int hidden = shape.hidden();
    TrainableDense gates =
        new TrainableDense(shape.channels() + hidden, GATES * hidden, Activation.IDENTITY, random);
    Arrays.fill(gates.bias().values(), hidden, 2 * hidden, 1f);
    return new TrainableLstm(shape, gates);
  }

  @Override
  public Node of(Tape tape, Node arranged) {
    Node sequence = arranged.columns(0, shape.steps() * shape.channels());
    Node state =
        sequence.lstm(tape.variable(gates.weights()), tape.variable(gates.bias()), shape.steps());
    return SequenceLayer.beside(state, arranged, shape.passing());
  }

  @Override
  public Parameters parameters() {
    return new Parameters(gates.parameters());
  }

  @Override
  public LstmLayer exported() {
    return new LstmLayer(shape, gates.exported().weights(), gates.bias().values());
  }
}
