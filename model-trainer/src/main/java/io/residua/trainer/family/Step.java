package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What one optimiser step looks at.
 *
 * @param tape on which the step is computed
 * @param input the batch as the network sees it, rows × width
 * @param target what it is to make of it, rows × width
 * @param observed 1 for the target's entries that count, else 0; empty when all count
 * @param classes of each row, from 0, or -1 where it is unknown; empty where the training data name
 *     none
 * @param random for all that the step draws
 * @param done share of the training that is over, from 0 to 1
 */
public record Step(
    Tape tape,
    Node input,
    Node target,
    Optional<Node> observed,
    Optional<int[]> classes,
    SplittableRandom random,
    double done) {
  /** Rows that are not trained on, as they are; each time the same draws. */
  static Step heldOut(Tape tape, FeatureMatrix rows) {
    Node values = tape.constant(rows.width(), rows.values());
    return new Step(
        tape, values, values, counted(tape, rows), classes(rows), new SplittableRandom(0), 1);
  }

  /** The same with other draws. */
  Step drawing(SplittableRandom others) {
    return new Step(tape, input, target, observed, classes, others, done);
  }

  private static Optional<int[]> classes(FeatureMatrix rows) {
    return rows.classified()
        ? Optional.of(IntStream.range(0, rows.rows()).map(rows::classOf).toArray())
        : Optional.empty();
  }

  private static Optional<Node> counted(Tape tape, FeatureMatrix rows) {
    if (rows.complete()) {
      return Optional.empty();
    }
    float[] observed = new float[rows.observed().length];
    for (int i = 0; i < observed.length; i++) {
      observed[i] = rows.observed()[i] ? 1 : 0;
    }
    return Optional.of(tape.constant(rows.width(), observed));
  }

  /** A row's class, from 0, or {@value FeatureMatrix#UNKNOWN_CLASS} where it is unknown. */
  int classOf(int row) {
    return classes.map(all -> all[row]).orElse(FeatureMatrix.UNKNOWN_CLASS);
  }

  public int rows() {
    return input.rows();
  }

  public int width() {
    return input.columns();
  }

  /** A matrix of independent standard normal numbers. */
  public Node normal(int rows, int columns) {
    float[] values = new float[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return tape.constant(rows, columns, values);
  }
}
