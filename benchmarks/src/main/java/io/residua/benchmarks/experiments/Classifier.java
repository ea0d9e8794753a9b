package io.residua.benchmarks.experiments;

import io.residua.detector.network.Activation;
import io.residua.trainer.family.TrainableStack;
import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A multilayer perceptron with one hidden layer, trained by cross-entropy on standardised inputs:
 * what the latent vectors of an autoencoder are judged by.
 */
final class Classifier {
  private static final int HIDDEN = 100;
  private static final int BATCH = 128;
  private static final double LEARNING_RATE = 1e-3;

  private final TrainableStack stack;
  private final Standardised scaling;
  private final int classes;
  private final Tape tape = new Tape();

  private Classifier(FeatureMatrix rows, SplittableRandom random) {
    this.classes = rows.classCount();
    this.scaling = Standardised.of(rows);
    this.stack =
        TrainableStack.of(
            List.of(rows.width(), HIDDEN, classes), Activation.RELU, Activation.IDENTITY, random);
  }

  /**
   * @param rows of known classes
   * @param epochs how often each of them is seen
   */
  static Classifier fit(FeatureMatrix rows, int epochs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Classifier classifier = new Classifier(rows, random.split());
    FeatureMatrix scaled = classifier.scaling.apply(rows);
    Parameters parameters = classifier.stack.parameters();
    Adam optimiser = new Adam(parameters);
    int batch = Math.min(BATCH, rows.rows());
    int steps = Math.max(1, (int) ((long) epochs * rows.rows() / batch));
    for (int step = 0; step < steps; step++) {
      int[] chosen = random.ints(batch, 0, rows.rows()).toArray();
      parameters.clearGradients();
      classifier.tape.backward(classifier.loss(scaled.select(chosen)));
      optimiser.step(LEARNING_RATE * (1 + Math.cos(Math.PI * step / steps)) / 2);
      classifier.tape.clear();
    }
    return classifier;
  }

  /** Cross-entropy: the mean of {@code ln Σ e^o − o[class]}. */
  private Node loss(FeatureMatrix rows) {
    Node outputs = stack.of(tape, tape.constant(rows.width(), rows.values()));
    float[] truth = new float[rows.rows() * classes];
    for (int row = 0; row < rows.rows(); row++) {
      truth[row * classes + rows.classOf(row)] = 1;
    }
    Node told = outputs.times(tape.constant(classes, truth)).rowSums();
    return outputs.logSumExponentials().minus(told).mean();
  }

  /** Share of rows whose class it tells. */
  double accuracy(FeatureMatrix rows) {
    float[] outputs =
        stack.of(tape, tape.constant(rows.width(), scaling.apply(rows).values())).values();
    int right = 0;
    for (int row = 0; row < rows.rows(); row++) {
      right += largest(outputs, row * classes) == rows.classOf(row) ? 1 : 0;
    }
    tape.clear();
    return (double) right / rows.rows();
  }

  private int largest(float[] outputs, int from) {
    int largest = 0;
    for (int i = 1; i < classes; i++) {
      largest = outputs[from + i] > outputs[from + largest] ? i : largest;
    }
    return largest;
  }
}
