package io.residua.trainer.family;

import io.residua.trainer.gradient.GradientCheck;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import java.util.Optional;
import java.util.SplittableRandom;

/** One step on all rows of a matrix. */
final class Steps {
  private Steps() {}

  /** With the same draws each time. */
  static Step of(Tape tape, FeatureMatrix rows) {
    Node values = tape.constant(rows.width(), rows.values());
    SplittableRandom random = new SplittableRandom(5);
    return new Step(tape, values, values, Optional.empty(), Optional.empty(), random, 0);
  }

  /** Compares the gradients of the last summand of an autoencoder's loss with differences. */
  static void checkLastTerm(Composition autoencoder, FeatureMatrix rows) {
    LossTerm term = autoencoder.terms().get(autoencoder.terms().size() - 1);
    GradientCheck.agrees(
        autoencoder.parameters().all(), tape -> term.of(autoencoder.pass(of(tape, rows))));
  }

  /** An autoencoder with first weights. */
  static Composition untrained(String model, FeatureMatrix rows) {
    AutoencoderPlan plan = AutoencoderPlan.of(Samples.spec(model), rows);
    return (Composition) Families.of(plan, rows, new SplittableRandom(3));
  }
}
