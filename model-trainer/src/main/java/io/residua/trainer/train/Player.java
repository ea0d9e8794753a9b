package io.residua.trainer.train;

import io.residua.trainer.family.Objective;
import io.residua.trainer.family.Step;
import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Node;

/** One objective with its optimiser. */
final class Player {
  private final Objective objective;
  private final Adam optimiser;

  Player(Objective objective) {
    this.objective = objective;
    this.optimiser = new Adam(objective.parameters(), objective.momentum());
  }

  /**
   * Takes its turn.
   *
   * @return the loss before it
   */
  double move(Step step, double learningRate) {
    objective.parameters().clearGradients();
    Node loss = objective.loss().apply(step);
    step.tape().backward(loss);
    double value = loss.value();
    optimiser.step(learningRate);
    step.tape().clear();
    return value;
  }
}
