package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import java.util.Optional;

/**
 * The bound {@code L_k(x) = E ln (1/k) Σ_i p(x | z_i) p(z_i) / q(z_i | x) ≤ ln p(x)} of k samples
 * {@code z_i} from {@code q(z | x)}. With k = 1 it is the evidence lower bound; it never falls as k
 * grows, and tends to {@code ln p(x)} (Burda, Grosse and Salakhutdinov, "Importance Weighted
 * Autoencoders", 2016, equation 8 and theorem 1; Bank et al., "Autoencoders", 2020, equation 13).
 * The k samples are the ones that the code draws.
 *
 * @param likelihood {@code p(x | z)}
 */
record ImportanceWeightedBound(GaussianLikelihood likelihood) implements LossTerm {
  /** The mean of {@code −L_k} over the rows, in nats a feature. */
  @Override
  public Node of(Pass pass) {
    return bounds(pass).mean().scaled(-1.0 / pass.step().width());
  }

  /** {@code L_k} of each row, in nats: rows × 1. */
  Node bounds(Pass pass) {
    int rows = pass.step().rows();
    int samples = pass.output().rows() / rows;
    Node weights = likelihood.of(pass).plus(priorOverPosterior(pass.code(), samples));
    return weights.reshaped(rows, samples).logSumExponentials().shifted(-Math.log(samples));
  }

  /** {@code ln p(z) − ln q(z | x) = ½ Σ (ln σ² + (z − μ)² / σ² − z²)}: (k · rows) × 1. */
  private static Node priorOverPosterior(Code code, int samples) {
    Node mean = code.mean().repeated(samples);
    Node logVariance = code.logVariance().orElseThrow().repeated(samples);
    Node distance = code.sample().minus(mean).squared().times(logVariance.scaled(-1).exponential());
    return logVariance.plus(distance).minus(code.sample().squared()).rowSums().scaled(0.5);
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
