package io.residua.trainer.family;

import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;

/** Objectives that take turns, each step on the same rows and others' draws. */
final class Game {
  private final List<Objective> objectives;
  private final List<Adam> optimisers;
  private final SplittableRandom random = new SplittableRandom(5);
  private final Tape tape = new Tape();

  Game(List<Objective> objectives) {
    this.objectives = objectives;
    this.optimisers =
        objectives.stream().map(it -> new Adam(it.parameters(), it.momentum())).toList();
  }

  void play(FeatureMatrix rows, int steps, double learningRate) {
    for (int step = 0; step < steps; step++) {
      double rate = learningRate * (1 - (double) step / steps);
      for (int player = 0; player < objectives.size(); player++) {
        Objective objective = objectives.get(player);
        objective.parameters().clearGradients();
        tape.backward(objective.loss().apply(Step.heldOut(tape, rows).drawing(random.split())));
        optimisers.get(player).step(rate);
        tape.clear();
      }
    }
  }
}
