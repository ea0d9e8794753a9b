package io.residua.trainer.train;

import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.family.Step;
import io.residua.trainer.family.Targets;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Optional;
import java.util.SplittableRandom;

/** The arrays of one batch, filled anew for every step. */
final class Batch {
  private final AutoencoderPlan plan;
  private final FeatureMatrix training;
  private final Targets targets;
  private final boolean complete;
  private final boolean classified;
  private final int[] rows;
  private final int[] classes;
  private final float[] clean;
  private final float[] corrupted;
  private final float[] target;
  private final float[] observed;

  Batch(AutoencoderPlan plan, FeatureMatrix training) {
    this.plan = plan;
    this.training = training;
    this.targets = Targets.of(plan, training);
    this.complete = training.complete();
    this.classified = training.classified();
    this.rows = new int[Math.min(plan.training().batch(), training.rows())];
    this.classes = new int[rows.length];
    this.clean = new float[rows.length * training.width()];
    this.corrupted = new float[clean.length];
    this.target = new float[clean.length];
    this.observed = new float[clean.length];
  }

  /** Takes the next rows, and does to them what the plan says. */
  void next(Batches batches, SplittableRandom random) {
    batches.next(rows);
    int width = training.width();
    for (int i = 0; i < rows.length; i++) {
      int compared = targets.row(rows[i], random);
      classes[i] = training.classOf(rows[i]);
      System.arraycopy(training.values(), rows[i] * width, clean, i * width, width);
      System.arraycopy(training.values(), compared * width, target, i * width, width);
      for (int column = 0; column < width; column++) {
        observed[i * width + column] = training.observed()[compared * width + column] ? 1 : 0;
      }
    }
    plan.corruption().corrupt(clean, width, corrupted, random);
  }

  Step step(Tape tape, SplittableRandom random, double done) {
    int width = training.width();
    return new Step(
        tape,
        tape.constant(width, corrupted),
        tape.constant(width, target),
        complete ? Optional.empty() : Optional.of(tape.constant(width, observed)),
        classified ? Optional.of(classes) : Optional.empty(),
        random,
        done);
  }
}
