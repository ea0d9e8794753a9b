package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code network.json} together with {@code weights.safetensors}: the global part's network and,
 * under {@code parts}, those of values of their own in ascending order. Tensors of the latter are
 * named by number, as in {@code parts.0.layers.0.weight}: a value is anybody's text.
 */
record NetworksEntry(NetworkEntry global, SortedMap<String, NetworkEntry> own) {
  private static final String PARTS = "parts";
  private static final String VALUE = "value";

  static void write(ModelParts parts, Map<String, byte[]> entries) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    entry(parts.global()).write(root, "", tensors);
    if (!parts.own().isEmpty()) {
      ArrayNode array = root.putArray(PARTS);
      parts
          .own()
          .forEach(
              (value, part) -> {
                String prefix = prefix(array.size());
                entry(part).write(array.addObject().put(VALUE, value), prefix, tensors);
              });
    }
    entries.put(BundleFormat.NETWORK, JsonText.pretty(root));
    entries.put(BundleFormat.WEIGHTS, Safetensors.write(tensors));
  }

  private static NetworkEntry entry(ModelPart part) {
    return new NetworkEntry(part.network(), part.score(), part.prior());
  }

  static NetworksEntry read(byte[] json, byte[] weights) throws BundleException {
    StrictObject root = StrictObject.parse(BundleFormat.NETWORK, json);
    Tensors tensors = new Tensors(Safetensors.read(weights));
    SortedMap<String, NetworkEntry> own = new TreeMap<>();
    if (root.has(PARTS)) {
      List<StrictObject> parts = root.objects(PARTS);
      if (parts.isEmpty() || parts.size() > ModelParts.MOST) {
        throw new BundleException(
            "%s: expected 1 to %d parts, found %d"
                .formatted(BundleFormat.NETWORK, ModelParts.MOST, parts.size()));
      }
      for (StrictObject part : parts) {
        String value = part.textAbove(VALUE, own.isEmpty() ? null : own.lastKey());
        own.put(value, NetworkEntry.read(part, tensors.under(prefix(own.size()))));
      }
    }
    NetworkEntry global = NetworkEntry.read(root, tensors);
    tensors.done();
    return new NetworksEntry(global, own);
  }

  private static String prefix(int part) {
    return PARTS + "." + part + ".";
  }
}
