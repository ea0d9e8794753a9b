package io.residua.benchmarks.peers;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A network of ours as a model of ONNX: a Gemm and an activation a layer. The numbers of fields are
 * those of onnx.proto3.
 */
final class OnnxModel {
  static final String INPUT = "x";
  static final String OUTPUT = "y";

  private static final long FORMAT_VERSION = 8;
  private static final long OPERATORS_VERSION = 17;
  private static final long FLOAT = 1;
  private static final long INTEGER_ATTRIBUTE = 2;

  private OnnxModel() {}

  static byte[] of(Network network, int batch) {
    ProtocolMessage graph = new ProtocolMessage().text(2, "autoencoder");
    List<DenseLayer> layers = network.layers().stream().map(DenseLayer.class::cast).toList();
    for (int i = 0; i < layers.size(); i++) {
      layer(graph, layers.get(i), i, i == layers.size() - 1);
    }
    graph.message(11, value(INPUT, batch, network.width()));
    graph.message(12, value(OUTPUT, batch, network.width()));
    return new ProtocolMessage()
        .number(1, FORMAT_VERSION)
        .message(8, new ProtocolMessage().text(1, "").number(2, OPERATORS_VERSION))
        .message(7, graph)
        .toByteArray();
  }

  private static void layer(ProtocolMessage graph, DenseLayer layer, int index, boolean last) {
    String from = index == 0 ? INPUT : "a" + (index - 1);
    String to = last ? OUTPUT : "a" + index;
    String weights = "w" + index;
    String bias = "b" + index;
    graph.message(5, tensor(weights, layer.weights(), layer.outputs(), layer.inputs()));
    graph.message(5, tensor(bias, layer.bias(), layer.outputs()));
    boolean plain = layer.activation() == Activation.IDENTITY;
    String sums = plain ? to : "s" + index;
    graph.message(1, gemm(from, weights, bias, sums));
    if (!plain) {
      graph.message(1, node(operator(layer.activation()), to, sums));
    }
  }

  private static String operator(Activation activation) {
    return switch (activation) {
      case TANH -> "Tanh";
      case RELU -> "Relu";
      case SIGMOID -> "Sigmoid";
      case IDENTITY -> "Identity";
    };
  }

  /** The weights' rows are outputs. */
  private static ProtocolMessage gemm(String from, String weights, String bias, String to) {
    return node("Gemm", to, from, weights, bias)
        .message(
            5, new ProtocolMessage().text(1, "transB").number(3, 1).number(20, INTEGER_ATTRIBUTE));
  }

  private static ProtocolMessage node(String operator, String to, String... from) {
    ProtocolMessage node = new ProtocolMessage();
    for (String name : from) {
      node.text(1, name);
    }
    return node.text(2, to).text(4, operator);
  }

  private static ProtocolMessage tensor(String name, float[] values, long... shape) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    ProtocolMessage tensor = new ProtocolMessage();
    for (long length : shape) {
      tensor.number(1, length);
    }
    return tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
  }

  private static ProtocolMessage value(String name, long rows, long columns) {
    ProtocolMessage shape =
        new ProtocolMessage()
            .message(1, new ProtocolMessage().number(1, rows))
            .message(1, new ProtocolMessage().number(1, columns));
    ProtocolMessage tensor = new ProtocolMessage().number(1, FLOAT).message(2, shape);
    return new ProtocolMessage().text(1, name).message(2, new ProtocolMessage().message(1, tensor));
  }
}
