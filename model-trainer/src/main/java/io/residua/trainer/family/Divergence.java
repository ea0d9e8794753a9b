package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;

/**
 * The Kullback-Leibler divergence of a normal distribution from the standard normal one, {@code
 * KL(N(μ, σ²) ‖ N(0, 1)) = ½ (μ² + σ² − 1 − ln σ²)} (Kingma and Welling, "Auto-Encoding Variational
 * Bayes", 2014, appendix B), in nats.
 */
final class Divergence {
  private Divergence() {}

  /**
   * @param mean rows × latent
   * @param logVariance rows × latent
   * @return rows × latent: one divergence for each latent number
   */
  static Node of(Node mean, Node logVariance) {
    return mean.squared()
        .plus(logVariance.exponential())
        .minus(logVariance)
        .shifted(-1)
        .scaled(0.5);
  }
}
