package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Network;
import io.residua.detector.score.ResidualScore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code network.json} together with {@code weights.safetensors}: the network and the score of its
 * residual.
 */
record NetworkEntry(Network network, ResidualScore score) {

  /** Puts both entries. */
  void write(Map<String, byte[]> entries) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    NetworkFormat.write(network, root, tensors);
    ScoreFormat.write(score, root, tensors);
    entries.put(BundleFormat.NETWORK, JsonText.pretty(root));
    entries.put(BundleFormat.WEIGHTS, Safetensors.write(tensors));
  }

  static NetworkEntry read(byte[] json, byte[] weights) throws BundleException {
    StrictObject root = StrictObject.parse(BundleFormat.NETWORK, json);
    Tensors tensors = new Tensors(Safetensors.read(weights));
    Network network = NetworkFormat.read(root, tensors);
    ResidualScore score = ScoreFormat.read(root, network.width(), tensors);
    root.done();
    tensors.done();
    return new NetworkEntry(network, score);
  }
}
