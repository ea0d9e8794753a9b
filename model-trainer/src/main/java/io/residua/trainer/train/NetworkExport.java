package io.residua.trainer.train;

import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A DL4J network as data. */
final class NetworkExport {
  private NetworkExport() {}

  /**
   * @param encoderLayers how many layers lead to the latent vector
   */
  static Network of(MultiLayerNetwork network, int encoderLayers) {
    List<io.residua.detector.network.Layer> layers = new ArrayList<>();
    for (Layer layer : network.getLayers()) {
      layers.add(layer(layer));
    }
    return new Network(layers, encoderLayers);
  }

  /**
   * DL4J keeps weights as inputs × outputs in column order; ours are outputs × inputs, row by row.
   */
  private static DenseLayer layer(Layer layer) {
    INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
    INDArray bias = layer.getParam(DefaultParamInitializer.BIAS_KEY);
    return new DenseLayer(
        Math.toIntExact(weights.size(0)),
        Math.toIntExact(weights.size(1)),
        weights.transpose().dup('c').data().asFloat(),
        bias.dup('c').data().asFloat(),
        activation(layer));
  }

  private static Activation activation(Layer layer) {
    String name = ((BaseLayer) layer.conf().getLayer()).getActivationFn().toString();
    return Activation.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
