package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network's saved form: its shape as members of {@code network.json}, its weights as tensors
 * {@code layers.N.…} as {@link LayerFormat} says.
 */
final class NetworkFormat {
  private static final int MOST_LAYERS = 100;

  /**
   * Most multiply-adds of a record. Layers that use a weight more than once could cost without
   * bound for their size in a bundle.
   */
  private static final long MOST_COST = 1L << 28;

  private NetworkFormat() {}

  static void write(Network network, ObjectNode into, Map<String, Tensor> tensors) {
    into.put("encoder_layers", network.encoderLayers());
    layers("layers", "layers.", network.layers(), into, tensors);
  }

  /**
   * Writes layers.
   *
   * @param key of the list of shapes
   * @param prefix of the tensors' names
   */
  static void layers(
      String key, String prefix, List<Layer> layers, ObjectNode into, Map<String, Tensor> tensors) {
    ArrayNode shapes = into.putArray(key);
    for (Layer layer : layers) {
      String name = prefix + shapes.size() + ".";
      LayerFormat.write(layer, shapes.addObject(), name, tensors);
    }
  }

  static Network read(StrictObject from, Tensors tensors) throws BundleException {
    int encoderLayers = (int) from.integer("encoder_layers", 1, MOST_LAYERS);
    return new Network(layers("layers", "layers.", from, tensors), encoderLayers);
  }

  /** Reads layers; parameters as those of writing. */
  static List<Layer> layers(String key, String prefix, StrictObject from, Tensors tensors)
      throws BundleException {
    List<StrictObject> shapes = from.objects(key);
    if (shapes.size() > MOST_LAYERS) {
      throw new BundleException(
          "%s: expected at most %d layers, found %d"
              .formatted(BundleFormat.NETWORK, MOST_LAYERS, shapes.size()));
    }
    List<Layer> layers = new ArrayList<>();
    for (StrictObject shape : shapes) {
      layers.add(LayerFormat.read(shape, prefix + layers.size() + ".", tensors));
    }
    requireCheap(layers.stream().mapToLong(Layer::multiplyAdds).sum());
    return layers;
  }

  /** Checks what a record may cost. */
  static void requireCheap(long multiplyAdds) throws BundleException {
    if (multiplyAdds > MOST_COST) {
      throw new BundleException(
          "%s: expected at most %d multiply-adds a record, found %d"
              .formatted(BundleFormat.NETWORK, MOST_COST, multiplyAdds));
    }
  }
}
