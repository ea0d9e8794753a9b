package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;

/**
 * The negative logarithm of records' density, {@code −Σ_d ln p(x_d | x_<d)}, where each conditional
 * is normal around its output with a variance of the feature (Germain et al., "MADE: Masked
 * Autoencoder for Distribution Estimation", 2015, equations 4 and 10, there of bits). What is not
 * observed has no part in the sum, and stands at its usual value in the conditions of others.
 */
record ConditionalLikelihood(GaussianLikelihood likelihood) implements LossTerm {
  /** The mean over the rows, in nats a feature. */
  @Override
  public Node of(Pass pass) {
    return likelihood.of(pass).mean().scaled(-1.0 / pass.step().width());
  }

  @Override
  public Parameters parameters() {
    return likelihood.parameters();
  }

  @Override
  public boolean judges() {
    return true;
  }
}
