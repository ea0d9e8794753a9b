package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Network;
import io.residua.detector.network.Prior;
import io.residua.detector.score.ResidualScore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One part's share of {@code network.json}: the network, the score of its residual, and under
 * {@code prior} the distribution of its latent vectors where there is one, with the tensor {@code
 * prior.noise} and, where it has clusters, {@code prior.shares}.
 */
record NetworkEntry(Network network, ResidualScore score, Optional<Prior> prior) {
  private static final String PRIOR = "prior";
  private static final String STANDARD_NORMAL = "standard-normal";
  private static final String CLUSTERS = "clusters";
  private static final String NOISE = "prior.noise";
  private static final String SHARES = "prior.shares";

  /**
   * Writes members and tensors.
   *
   * @param prefix of the tensors' names
   */
  void write(ObjectNode into, String prefix, Map<String, Tensor> tensors) {
    Map<String, Tensor> own = new LinkedHashMap<>();
    NetworkFormat.write(network, into, own);
    ScoreFormat.write(score, into, own);
    prior.ifPresent(
        its -> {
          float[] shares = its.shares();
          into.put(PRIOR, shares.length == 0 ? STANDARD_NORMAL : CLUSTERS);
          own.put(NOISE, Tensor.vector(its.noise()));
          if (shares.length > 0) {
            own.put(SHARES, Tensor.vector(shares));
          }
        });
    own.forEach((name, tensor) -> tensors.put(prefix + name, tensor));
  }

  static NetworkEntry read(StrictObject from, Tensors tensors) throws BundleException {
    Network network = NetworkFormat.read(from, tensors);
    ResidualScore score = ScoreFormat.read(from, network, tensors);
    Optional<Prior> prior = prior(from, network, tensors);
    from.done();
    return new NetworkEntry(network, score, prior);
  }

  /** Bundles of networks without a prior do not name one. */
  private static Optional<Prior> prior(StrictObject from, Network network, Tensors tensors)
      throws BundleException {
    if (!from.has(PRIOR)) {
      return Optional.empty();
    }
    String kind = from.choice(PRIOR, new String[] {STANDARD_NORMAL, CLUSTERS}, Function.identity());
    float[] noise = tensors.take(NOISE, network.width());
    return Optional.of(
        kind.equals(STANDARD_NORMAL)
            ? new Prior(noise)
            : new Prior(noise, tensors.take(SHARES, network.clusters())));
  }
}
