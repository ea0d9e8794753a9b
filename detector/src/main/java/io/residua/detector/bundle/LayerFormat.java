package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Activation;
import io.residua.detector.network.ConvolutionLayer;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Layer;
import io.residua.detector.network.LstmLayer;
import io.residua.detector.network.MemoryLayer;
import io.residua.detector.network.SelectionLayer;
import io.residua.detector.network.SoftmaxLayer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A layer's saved form. Its shape is an object with its {@code kind}, which a dense layer leaves
 * out; its numbers are tensors {@code NAME.weight} and {@code NAME.bias}: outputs × inputs of a
 * dense layer, filters × kernel × channels of a convolution, 4 hidden × (channels + hidden) of an
 * LSTM. A memory has {@code NAME.items}, items × width.
 */
final class LayerFormat {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";
  private static final String ITEMS = "items";

  private enum Kind {
    DENSE,
    CONVOLUTION,
    LSTM,
    MEMORY,
    SELECTION,
    SOFTMAX;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private LayerFormat() {}

  /**
   * Writes members and tensors.
   *
   * @param name with which the tensors' names begin
   */
  static void write(Layer layer, ObjectNode into, String name, Map<String, Tensor> tensors) {
    if (layer instanceof DenseLayer dense) {
      dense(dense, into, name, tensors);
    } else if (layer instanceof ConvolutionLayer convolution) {
      convolution(convolution, into.put("kind", Kind.CONVOLUTION.id()), name, tensors);
    } else if (layer instanceof LstmLayer lstm) {
      lstm(lstm, into.put("kind", Kind.LSTM.id()), name, tensors);
    } else if (layer instanceof MemoryLayer memory) {
      memory(memory, into.put("kind", Kind.MEMORY.id()), name, tensors);
    } else if (layer instanceof SelectionLayer selection) {
      into.put("kind", Kind.SELECTION.id()).put("inputs", selection.inputs());
      ArrayNode order = into.putArray("order");
      Arrays.stream(selection.order()).forEach(order::add);
    } else if (layer instanceof SoftmaxLayer softmax) {
      into.put("kind", Kind.SOFTMAX.id())
          .put("inputs", softmax.inputs())
          .put("shares", softmax.shares());
    }
  }

  private static void dense(
      DenseLayer layer, ObjectNode into, String name, Map<String, Tensor> tensors) {
    into.put("inputs", layer.inputs())
        .put("outputs", layer.outputs())
        .put("activation", layer.activation().id());
    tensors.put(name + WEIGHT, Tensor.matrix(layer.outputs(), layer.inputs(), layer.weights()));
    tensors.put(name + BIAS, Tensor.vector(layer.bias()));
  }

  private static void convolution(
      ConvolutionLayer layer, ObjectNode into, String name, Map<String, Tensor> tensors) {
    ConvolutionLayer.Shape shape = layer.shape();
    into.put("steps", shape.steps())
        .put("channels", shape.channels())
        .put("kernel", shape.kernel())
        .put("stride", shape.stride())
        .put("filters", shape.filters())
        .put("passing", shape.passing())
        .put("activation", layer.activation().id());
    int[] lengths = {shape.filters(), shape.kernel(), shape.channels()};
    tensors.put(name + WEIGHT, new Tensor(lengths, layer.weights()));
    tensors.put(name + BIAS, Tensor.vector(layer.bias()));
  }

  private static void lstm(
      LstmLayer layer, ObjectNode into, String name, Map<String, Tensor> tensors) {
    LstmLayer.Shape shape = layer.shape();
    into.put("steps", shape.steps())
        .put("channels", shape.channels())
        .put("hidden", shape.hidden())
        .put("passing", shape.passing());
    int row = shape.channels() + shape.hidden();
    tensors.put(name + WEIGHT, Tensor.matrix(4 * shape.hidden(), row, layer.weights()));
    tensors.put(name + BIAS, Tensor.vector(layer.bias()));
  }

  private static void memory(
      MemoryLayer layer, ObjectNode into, String name, Map<String, Tensor> tensors) {
    into.put("width", layer.inputs())
        .put("items", layer.items())
        .put("sharpness", layer.addressing().sharpness())
        .put("threshold", layer.addressing().threshold())
        .put("epsilon", layer.addressing().epsilon());
    tensors.put(name + ITEMS, Tensor.matrix(layer.items(), layer.inputs(), layer.memory()));
  }

  static Layer read(StrictObject from, String name, Tensors tensors) throws BundleException {
    boolean told = from.keys().contains("kind");
    Kind kind = told ? from.choice("kind", Kind.values(), Kind::id) : Kind.DENSE;
    Layer layer =
        switch (kind) {
          case DENSE -> dense(from, name, tensors);
          case CONVOLUTION -> convolution(from, name, tensors);
          case LSTM -> lstm(from, name, tensors);
          case MEMORY -> memory(from, name, tensors);
          case SELECTION -> selection(from);
          case SOFTMAX -> softmax(from);
        };
    from.done();
    return layer;
  }

  private static DenseLayer dense(StrictObject from, String name, Tensors tensors)
      throws BundleException {
    int inputs = size(from, "inputs", 1);
    int outputs = size(from, "outputs", 1);
    Activation activation = activation(from);
    float[] weights = tensors.take(name + WEIGHT, outputs, inputs);
    return new DenseLayer(inputs, outputs, weights, tensors.take(name + BIAS, outputs), activation);
  }

  private static ConvolutionLayer convolution(StrictObject from, String name, Tensors tensors)
      throws BundleException {
    ConvolutionLayer.Shape shape =
        new ConvolutionLayer.Shape(
            size(from, "steps", 1),
            size(from, "channels", 1),
            size(from, "kernel", 1),
            size(from, "stride", 1),
            size(from, "filters", 1),
            size(from, "passing", 0));
    Activation activation = activation(from);
    float[] weights =
        tensors.take(name + WEIGHT, shape.filters(), shape.kernel(), shape.channels());
    return new ConvolutionLayer(
        shape, weights, tensors.take(name + BIAS, shape.filters()), activation);
  }

  private static LstmLayer lstm(StrictObject from, String name, Tensors tensors)
      throws BundleException {
    LstmLayer.Shape shape =
        new LstmLayer.Shape(
            size(from, "steps", 1),
            size(from, "channels", 1),
            size(from, "hidden", 1),
            size(from, "passing", 0));
    int rows = 4 * shape.hidden();
    float[] weights = tensors.take(name + WEIGHT, rows, shape.channels() + shape.hidden());
    return new LstmLayer(shape, weights, tensors.take(name + BIAS, rows));
  }

  private static MemoryLayer memory(StrictObject from, String name, Tensors tensors)
      throws BundleException {
    int width = size(from, "width", 1);
    int items = (int) from.integer("items", 1, MemoryLayer.MOST_ITEMS);
    MemoryLayer.Addressing addressing =
        new MemoryLayer.Addressing(
            from.number("sharpness"), from.number("threshold"), from.number("epsilon"));
    return new MemoryLayer(width, tensors.take(name + ITEMS, items, width), addressing);
  }

  private static SelectionLayer selection(StrictObject from) throws BundleException {
    int inputs = size(from, "inputs", 1);
    long[] order = from.integers("order", 0, inputs - 1);
    return new SelectionLayer(inputs, Arrays.stream(order).mapToInt(Math::toIntExact).toArray());
  }

  private static SoftmaxLayer softmax(StrictObject from) throws BundleException {
    int inputs = size(from, "inputs", SoftmaxLayer.FEWEST_SHARES);
    return new SoftmaxLayer(
        inputs, (int) from.integer("shares", SoftmaxLayer.FEWEST_SHARES, inputs));
  }

  private static int size(StrictObject from, String key, int least) throws BundleException {
    return (int) from.integer(key, least, Layer.MOST_WIDTH);
  }

  private static Activation activation(StrictObject from) throws BundleException {
    return from.choice("activation", Activation.values(), Activation::id);
  }
}
