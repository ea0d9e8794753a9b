package io.residua.benchmarks.peers;

import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** A network of ours as one of DL4J's, with the same weights. */
final class TrainingLibraryNetwork {
  private TrainingLibraryNetwork() {}

  static MultiLayerNetwork of(Network network) {
    NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder().list();
    List<DenseLayer> layers = network.layers().stream().map(DenseLayer.class::cast).toList();
    for (int i = 0; i < layers.size(); i++) {
      builder.layer(i == layers.size() - 1 ? output(layers.get(i)) : dense(layers.get(i)));
    }
    MultiLayerNetwork same = new MultiLayerNetwork(builder.build());
    same.init();
    for (int i = 0; i < layers.size(); i++) {
      copy(layers.get(i), same.getParam(i + "_W"), same.getParam(i + "_b"));
    }
    return same;
  }

  private static org.deeplearning4j.nn.conf.layers.DenseLayer dense(DenseLayer layer) {
    return new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
        .nIn(layer.inputs())
        .nOut(layer.outputs())
        .activation(activation(layer))
        .build();
  }

  private static OutputLayer output(DenseLayer layer) {
    return new OutputLayer.Builder(new LossMSE())
        .nIn(layer.inputs())
        .nOut(layer.outputs())
        .activation(activation(layer))
        .build();
  }

  private static Activation activation(DenseLayer layer) {
    return Activation.valueOf(layer.activation().name());
  }

  /** Ours has a row per output, DL4J's a column. */
  private static void copy(DenseLayer layer, INDArray weights, INDArray bias) {
    long[] ours = {layer.outputs(), layer.inputs()};
    weights.assign(Nd4j.create(layer.weights(), ours, 'c').transpose());
    bias.assign(Nd4j.create(layer.bias(), new long[] {1, layer.outputs()}, 'c'));
  }
}
