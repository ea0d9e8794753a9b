package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network's saved form: its shape as members of {@code network.json}, its weights as tensors
 * {@code layers.N.weight} (outputs × inputs) and {@code layers.N.bias}.
 */
final class NetworkFormat {
  private static final int MOST_LAYERS = 100;
  private static final int MOST_WIDTH = 1 << 16;

  private NetworkFormat() {}

  static void write(Network network, ObjectNode into, Map<String, Tensor> tensors) {
    into.put("encoder_layers", network.encoderLayers());
    ArrayNode layers = into.putArray("layers");
    for (DenseLayer layer : network.layers()) {
      String name = name(layers.size());
      layers
          .addObject()
          .put("inputs", layer.inputs())
          .put("outputs", layer.outputs())
          .put("activation", layer.activation().id());
      tensors.put(name + "weight", Tensor.matrix(layer.outputs(), layer.inputs(), layer.weights()));
      tensors.put(name + "bias", Tensor.vector(layer.bias()));
    }
  }

  static Network read(StrictObject from, Tensors tensors) throws BundleException {
    int encoderLayers = (int) from.integer("encoder_layers", 1, MOST_LAYERS);
    List<StrictObject> shapes = from.objects("layers");
    if (shapes.size() > MOST_LAYERS) {
      throw new BundleException(
          "%s: expected at most %d layers, found %d"
              .formatted(BundleFormat.NETWORK, MOST_LAYERS, shapes.size()));
    }
    List<DenseLayer> layers = new ArrayList<>();
    for (StrictObject shape : shapes) {
      layers.add(layer(shape, name(layers.size()), tensors));
    }
    return new Network(layers, encoderLayers);
  }

  private static DenseLayer layer(StrictObject shape, String name, Tensors tensors)
      throws BundleException {
    int inputs = (int) shape.integer("inputs", 1, MOST_WIDTH);
    int outputs = (int) shape.integer("outputs", 1, MOST_WIDTH);
    Activation activation = shape.choice("activation", Activation.values(), Activation::id);
    shape.done();
    float[] weights = tensors.take(name + "weight", outputs, inputs);
    float[] bias = tensors.take(name + "bias", outputs);
    return new DenseLayer(inputs, outputs, weights, bias, activation);
  }

  private static String name(int layer) {
    return "layers." + layer + ".";
  }
}
