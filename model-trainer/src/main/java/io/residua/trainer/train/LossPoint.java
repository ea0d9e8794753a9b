package io.residua.trainer.train;

/**
 * One validation during training.
 *
 * @param step optimiser steps done
 * @param loss mean loss of the steps since the last point
 * @param validationLoss mean squared error over the validation rows' observed entries
 */
public record LossPoint(int step, double loss, double validationLoss) {}
