package io.residua.trainer.train;

import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.family.Stage;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains an autoencoder's stages one after the other, with half as many steps as the autoencoder's
 * own training has, shared among them; these are cheaper, as they see one layer or so.
 */
final class Preparation {
  private static final double SHARE = 0.5;

  private final AutoencoderPlan plan;
  private final double learningRate;
  private final Batches batches;
  private final Batch batch;
  private final SplittableRandom noise;

  Preparation(
      AutoencoderPlan plan,
      double learningRate,
      Batches batches,
      Batch batch,
      SplittableRandom noise) {
    this.plan = plan;
    this.learningRate = learningRate;
    this.batches = batches;
    this.batch = batch;
    this.noise = noise;
  }

  /** False when a loss is not finite any more. */
  boolean complete(List<Stage> stages, Tape tape, TrainingListener listener) {
    for (Stage stage : stages) {
      int steps = (int) Math.max(1, SHARE * plan.training().steps() / stages.size());
      listener.message("first, %d steps: %s".formatted(steps, stage.name()));
      if (!complete(stage, steps, tape)) {
        return false;
      }
      stage.done().run();
    }
    return true;
  }

  private boolean complete(Stage stage, int steps, Tape tape) {
    Player player = new Player(stage.objective());
    CosineDecay rate = new CosineDecay(learningRate, steps);
    for (int step = 0; step < steps; step++) {
      batch.next(batches, noise);
      double done = (double) step / steps;
      if (!Double.isFinite(player.move(batch.step(tape, noise, done), rate.at(step)))) {
        return false;
      }
    }
    return true;
  }
}
