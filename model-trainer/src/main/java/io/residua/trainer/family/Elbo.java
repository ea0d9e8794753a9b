package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import java.util.Optional;

/**
 * The evidence lower bound {@code L(x) = E_q[ln p(x | z)] − β KL(q(z | x) ‖ N(0, I)) ≤ ln p(x)}:
 * the first part by the samples drawn, the second one exactly (Kingma and Welling, "Auto-Encoding
 * Variational Bayes", 2014, equation 10; Bank et al., "Autoencoders", 2020, equation 9). With
 * {@code β > 1} latent numbers tell less, and each something of its own (Higgins et al.,
 * "beta-VAE", 2017, equation 4; Bank et al., equation 16); it is a lower bound for every {@code β ≥
 * 1}.
 *
 * @param likelihood {@code p(x | z)}
 * @param beta above 0
 */
record Elbo(GaussianLikelihood likelihood, double beta) implements LossTerm {
  /** The mean of {@code −L} over the rows, in nats a feature. */
  @Override
  public Node of(Pass pass) {
    return bounds(pass).mean().scaled(-1.0 / pass.step().width());
  }

  /** {@code L} of each row, in nats: rows × 1. */
  Node bounds(Pass pass) {
    Code code = pass.code();
    Node divergence = Divergence.of(code.mean(), code.logVariance().orElseThrow()).rowSums();
    int rows = pass.step().rows();
    int samples = pass.output().rows() / rows;
    Node likelihoods = likelihood.of(pass).reshaped(rows, samples).rowSums().scaled(1.0 / samples);
    return likelihoods.minus(divergence.scaled(beta));
  }

  @Override
  public Parameters parameters() {
    return likelihood.parameters();
  }

  @Override
  public Optional<float[]> noise() {
    return Optional.of(likelihood.deviations());
  }

  @Override
  public boolean judges() {
    return true;
  }
}
