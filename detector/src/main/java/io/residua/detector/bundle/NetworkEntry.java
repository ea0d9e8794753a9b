package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Network;
import io.residua.detector.score.ResidualScore;
import java.util.LinkedHashMap;
import java.util.Map;

/** One part's share of {@code network.json}: the network and the score of its residual. */
record NetworkEntry(Network network, ResidualScore score) {

  /**
   * Writes members and tensors.
   *
   * @param prefix of the tensors' names
   */
  void write(ObjectNode into, String prefix, Map<String, Tensor> tensors) {
    Map<String, Tensor> own = new LinkedHashMap<>();
    NetworkFormat.write(network, into, own);
    ScoreFormat.write(score, into, own);
    own.forEach((name, tensor) -> tensors.put(prefix + name, tensor));
  }

  static NetworkEntry read(StrictObject from, Tensors tensors) throws BundleException {
    Network network = NetworkFormat.read(from, tensors);
    ResidualScore score = ScoreFormat.read(from, network, tensors);
    from.done();
    return new NetworkEntry(network, score);
  }
}
