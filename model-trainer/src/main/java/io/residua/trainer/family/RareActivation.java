package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import java.util.Arrays;

/**
 * The divergence penalty of a sparse autoencoder (Bank et al., "Autoencoders", 2020, equation 3;
 * Ng, "Sparse autoencoder", CS294A lecture notes, 2011): {@code λ Σⱼ KL(ρ ‖ ρ̂ⱼ) / d}, where {@code
 * ρ̂ⱼ} is the mean over the batch of latent number j, which lies between 0 and 1 and is taken for a
 * coin's chance of 1, and {@code d} the width of the input, by which the squared error is divided
 * too.
 *
 * @param sparsity ρ: the mean that each latent number is to have, between 0 and 1
 * @param weight λ, above 0
 */
record RareActivation(double sparsity, double weight) implements LossTerm {
  /** Keeps logarithms finite where a latent number is the same for all rows of a batch. */
  private static final double LEAST = 1e-6;

  /** An autoencoder with this penalty, whose latent numbers begin near ρ. */
  static Composition added(Composition plain, FamilySettings settings) {
    double sparsity = settings.number("sparsity");
    Parameter bias = ((DeterministicCode) plain.code()).layer().bias();
    Arrays.fill(bias.values(), (float) Math.log(sparsity / (1 - sparsity)));
    return plain.with(new RareActivation(sparsity, settings.number("sparsity-weight")));
  }

  @Override
  public Node of(Pass pass) {
    Node mean = pass.code().mean().columnMeans();
    Node on = mean.atLeast(LEAST).logarithm().scaled(-sparsity);
    Node off = mean.scaled(-1).shifted(1).atLeast(LEAST).logarithm().scaled(sparsity - 1);
    double entropy = sparsity * Math.log(sparsity) + (1 - sparsity) * Math.log(1 - sparsity);
    return on.plus(off).shifted(entropy).sum().scaled(weight / pass.step().width());
  }
}
