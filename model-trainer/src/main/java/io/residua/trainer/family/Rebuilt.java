package io.residua.trainer.family;

import io.residua.detector.score.LatentDensity;
import io.residua.trainer.gradient.Node;

/**
 * How well records were rebuilt, over their observed entries, in two numbers that {@link
 * LatentDensity} looks at as well: the relative Euclidean distance {@code |x − x̂| / |x|} and the
 * cosine similarity {@code x·x̂ / (|x| |x̂|)}.
 */
final class Rebuilt {
  /** How many numbers. */
  static final int WIDTH = 2;

  /** Square of the length below which a vector has no direction, as in {@link LatentDensity}. */
  private static final double SHORTEST = 1e-6;

  /** Squares of distances are at least this: a root has no slope at 0. */
  private static final double CLOSEST = 1e-12;

  private Rebuilt() {}

  /** Rows × {@value #WIDTH}. */
  static Node of(Pass pass) {
    Node target = observed(pass.step(), pass.step().target());
    Node output = observed(pass.step(), pass.output());
    Node length = length(target, SHORTEST);
    Node distance = length(output.minus(target), CLOSEST).over(length);
    Node cosine = output.times(target).rowSums().over(length.times(length(output, SHORTEST)));
    return distance.beside(cosine);
  }

  private static Node observed(Step step, Node values) {
    return step.observed().map(values::times).orElse(values);
  }

  private static Node length(Node rows, double least) {
    return rows.squared().rowSums().atLeast(least).squareRoot();
  }
}
