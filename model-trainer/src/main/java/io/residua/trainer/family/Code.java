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
 * @param addressing rows × items: how much of each memory item is in a row's sample
 * @param logits rows × clusters: logarithms of the sample's shares in clusters, but for a summand
 */
public record Code(
    Node sample,
    Node mean,
    Optional<Node> logVariance,
    Optional<Node> addressing,
    Optional<Node> logits) {
  /** One without clusters. */
  public Code(Node sample, Node mean, Optional<Node> logVariance, Optional<Node> addressing) {
    this(sample, mean, logVariance, addressing, Optional.empty());
  }

  /** One without a memory. */
  public Code(Node sample, Node mean, Optional<Node> logVariance) {
    this(sample, mean, logVariance, Optional.empty());
  }

  /** One whose sample is its mean. */
  public static Code of(Node latent) {
    return new Code(latent, latent, Optional.empty());
  }
}
