package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.List;

/**
 * Latent numbers whose posterior is the prior for every record, so that they tell nothing of it
 * (Bowman et al., "Generating Sentences from a Continuous Space", 2016, section 3.1; measured by
 * the divergence of each latent number).
 */
final class PosteriorCollapse {
  /** Nats of mean divergence below which a latent number tells nothing. */
  private static final double NOTHING = 0.01;

  private PosteriorCollapse() {}

  /**
   * @param mean rows × latent
   * @param logVariance rows × latent
   * @param remedy what in the family's settings may help, as in {@code a lower beta}
   * @return one sentence where more than half of the latent numbers tell nothing, else none
   */
  static List<String> of(Node mean, Node logVariance, String remedy) {
    float[] divergences = Divergence.of(mean, logVariance).columnMeans().values();
    int collapsed = 0;
    for (float divergence : divergences) {
      collapsed += divergence < NOTHING ? 1 : 0;
    }
    if (2 * collapsed <= divergences.length) {
      return List.of();
    }
    String consequence =
        collapsed == divergences.length
            ? "the network makes the same of every record; train for longer or with " + remedy
            : "a smaller latent vector would do, or " + remedy;
    return List.of(
        "the posterior of %d of the %d latent numbers collapsed to the prior (divergence below %s nats): %s"
            .formatted(collapsed, divergences.length, NOTHING, consequence));
  }
}
