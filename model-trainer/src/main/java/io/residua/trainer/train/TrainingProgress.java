package io.residua.trainer.train;

import java.time.Duration;

/**
 * Where a training stands.
 *
 * @param step optimiser steps done
 * @param steps most there can be
 * @param loss of the last steps
 * @param validationLoss the last one; NaN before the first
 * @param left time left if all steps are done
 */
public record TrainingProgress(
    int step, int steps, double loss, double validationLoss, Duration left) {}
