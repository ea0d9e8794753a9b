package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.detector.network.ConvolutionLayer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.SplittableRandom;

/**
 * A {@link ConvolutionLayer} in training: the windows of all rows, one below the other, go through
 * one dense layer.
 *
 * @param shape what it reads and gives
 * @param window from a window to a step of the output
 */
record TrainableConvolution(ConvolutionLayer.Shape shape, TrainableDense window)
    implements SequenceLayer {
  static TrainableConvolution of(
      ConvolutionLayer.Shape shape, Activation activation, SplittableRandom random) {
    int read = shape.kernel() * shape.channels();
    return new TrainableConvolution(
        shape, new TrainableDense(read, shape.filters(), activation, random));
  }

  @Override
  public Node of(Tape tape, Node arranged) {
    int rows = arranged.rows();
    Node windows =
        arranged.selected(columns()).reshaped(rows * shape.outputSteps(), window.inputs());
    Node made = window.of(tape, windows).reshaped(rows, shape.outputSteps() * shape.filters());
    return SequenceLayer.beside(made, arranged, shape.passing());
  }

  /** Which column each value of each window is, one window after the other; -1 for padding. */
  private int[] columns() {
    int[] columns = new int[shape.outputSteps() * window.inputs()];
    int at = 0;
    for (int output = 0; output < shape.outputSteps(); output++) {
      int first = output * shape.stride() - shape.paddingBefore();
      for (int step = first; step < first + shape.kernel(); step++) {
        boolean padding = step < 0 || step >= shape.steps();
        for (int channel = 0; channel < shape.channels(); channel++) {
          columns[at++] = padding ? -1 : step * shape.channels() + channel;
        }
      }
    }
    return columns;
  }

  @Override
  public Parameters parameters() {
    return new Parameters(window.parameters());
  }

  @Override
  public ConvolutionLayer exported() {
    return new ConvolutionLayer(
        shape, window.exported().weights(), window.bias().values(), window.activation());
  }
}
