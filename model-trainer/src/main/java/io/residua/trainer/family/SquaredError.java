package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;

/**
 * The mean squared error over observed entries (Bank et al., "Autoencoders", 2020, equation 17).
 */
final class SquaredError implements LossTerm {
  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    Node squares = pass.output().minus(step.target()).squared();
    return step.observed()
        .map(observed -> squares.times(observed).sum().over(observed.sum().atLeast(1)))
        .orElseGet(squares::mean);
  }
}
