package io.residua.trainer.train;

import java.util.List;

/**
 * How a training went.
 *
 * @param points the losses, in order
 * @param bestStep the step whose weights were kept
 * @param bestLoss their validation loss
 * @param learningRate where the learning rate began in the end; below the definition's where
 *     training diverged
 */
public record TrainingHistory(
    List<LossPoint> points, int bestStep, double bestLoss, double learningRate) {
  public TrainingHistory {
    points = List.copyOf(points);
  }
}
