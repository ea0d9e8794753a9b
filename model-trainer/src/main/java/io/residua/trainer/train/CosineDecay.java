package io.residua.trainer.train;

/**
 * A learning rate that falls from its start to 0 along half a cosine (Loshchilov and Hutter, "SGDR:
 * Stochastic Gradient Descent with Warm Restarts", 2017, equation 5, without restarts).
 *
 * @param start the learning rate of step 0
 * @param steps after which it is 0
 */
record CosineDecay(double start, int steps) {
  double at(int step) {
    return start * (1 + Math.cos(Math.PI * Math.min(step, steps) / steps)) / 2;
  }
}
