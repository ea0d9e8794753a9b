package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.Optional;

/**
 * A batch's latent vectors in training.
 *
 * @param sample what the decoder reads, (k · rows) × latent: k consecutive samples for each row,
 *     where the code draws several
 * @param mean rows × latent: what the exported encoder gives
 * @param logVariance rows × latent, of a Gaussian posterior
 */
public record Code(Node sample, Node mean, Optional<Node> logVariance) {
  /** One whose sample is its mean. */
  public static Code of(Node latent) {
    return new Code(latent, latent, Optional.empty());
  }
}
