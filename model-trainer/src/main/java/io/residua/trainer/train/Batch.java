package io.residua.trainer.train;

import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.family.Step;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Optional;
import java.util.SplittableRandom;

/** The arrays of one batch, filled anew for every step. */
final class Batch {
  private final AutoencoderPlan plan;
  private final int width;
  private final boolean complete;
  private final float[] clean;
  private final float[] corrupted;
  private final float[] observed;

  Batch(AutoencoderPlan plan, FeatureMatrix training) {
    this.plan = plan;
    this.width = training.width();
    this.complete = training.complete();
    this.clean = new float[Math.min(plan.training().batch(), training.rows()) * width];
    this.corrupted = new float[clean.length];
    this.observed = new float[clean.length];
  }

  /** Takes the next rows, and does to them what the plan says. */
  void next(Batches batches, SplittableRandom random) {
    batches.next(clean, observed);
    plan.corruption().corrupt(clean, width, corrupted, random);
  }

  Step step(Tape tape, SplittableRandom random, double done) {
    Optional<Node> counted =
        complete ? Optional.empty() : Optional.of(tape.constant(width, observed));
    return new Step(
        tape,
        tape.constant(width, corrupted),
        tape.constant(width, clean),
        counted,
        Optional.empty(),
        random,
        done);
  }
}
