package io.residua.trainer.family;

import io.residua.detector.definition.FamilySettings;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameter;
import io.residua.trainer.gradient.Tape;

/**
 * The L1 penalty of a sparse autoencoder (Bank et al., "Autoencoders", 2020, equation 2): {@code λ
 * Σⱼ |zⱼ| ‖wⱼ‖ / d}, the mean over the rows of a batch, where {@code z} is rows × latent, {@code
 * wⱼ} what the decoder's first layer makes of latent number j, and {@code d} the width of the
 * input, by which the squared error is divided too.
 *
 * <p>The norms are there because the penalty of the equation alone would fall to nothing without
 * any sparsity: by a smaller z and larger weights that read it. This one is the same for both, and
 * is the equation's where the weights are of length 1, as dictionaries of sparse coding have them
 * (Olshausen and Field, "Emergence of simple-cell receptive field properties by learning a sparse
 * code for natural images", 1996).
 *
 * @param price λ: what an activation costs that moves the output by 1
 * @param readers the weights that read z, latent × anything
 */
record ActivationPrice(double price, Parameter readers) implements LossTerm {
  /** Keeps the root differentiable at weights of 0. */
  private static final double TINY = 1e-12;

  /** An autoencoder with this penalty. */
  static Composition added(Composition plain, FamilySettings settings) {
    Parameter readers = plain.decoder().layers().get(0).weights();
    return plain.with(new ActivationPrice(settings.number("activation-price"), readers));
  }

  @Override
  public Node of(Pass pass) {
    Tape tape = pass.step().tape();
    Node norms = tape.variable(readers).squared().rowSums().shifted(TINY).squareRoot();
    Node latent = pass.code().mean();
    return latent
        .absolute()
        .product(norms)
        .sum()
        .scaled(price / ((double) latent.rows() * pass.step().width()));
  }
}
