package io.residua.trainer.train;

/**
 * One validation during training.
 *
 * @param step optimiser steps done
 * @param loss mean loss of the steps since the last point
 * @param validationLoss of the validation rows: mean squared error over observed entries, or for
 *     families with a likelihood the negative bound of it, in nats a feature
 */
public record LossPoint(int step, double loss, double validationLoss) {}
