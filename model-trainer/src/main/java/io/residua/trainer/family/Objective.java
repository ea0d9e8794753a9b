package io.residua.trainer.family;

import io.residua.trainer.gradient.Adam;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import java.util.function.Function;

/**
 * What one player of a training minimises, and by which weights. A rival's objective and the
 * autoencoder's take turns within a step.
 *
 * @param parameters the weights that the player changes; those of others are left as they are
 * @param loss 1 × 1
 * @param momentum of the optimiser
 */
public record Objective(Parameters parameters, Function<Step, Node> loss, double momentum) {
  /**
   * Of players with a rival. What the other one does turns gradients around, and an optimiser that
   * follows old ones circles (Radford, Metz and Chintala, "Unsupervised Representation Learning
   * with Deep Convolutional Generative Adversarial Networks", 2016, section 4).
   */
  static final double IN_A_GAME = 0.5;

  /** One without a rival. */
  public Objective(Parameters parameters, Function<Step, Node> loss) {
    this(parameters, loss, Adam.MOMENTUM);
  }
}
