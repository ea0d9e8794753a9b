package io.residua.trainer.train;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * An autoencoder that DL4J trains. The loss is the mean squared error over observed entries (Bank
 * et al., "Autoencoders", 2020, equation 17): others are masked out of it. Not thread-safe.
 */
final class TrainableNetwork implements AutoCloseable {
  private final MultiLayerNetwork network;
  private final int encoderLayers;

  private TrainableNetwork(MultiLayerNetwork network, int encoderLayers) {
    this.network = network;
    this.encoderLayers = encoderLayers;
  }

  /**
   * @param width of the input and the output
   * @param learningRate where the learning rate begins
   */
  static TrainableNetwork of(AutoencoderPlan plan, int width, double learningRate, long seed) {
    NativeRuntime.require();
    int[] widths = widths(plan, width);
    int encoderLayers = plan.hidden().size() + 1;
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(new CosineDecay(learningRate, plan.training().steps())))
            .weightInit(WeightInit.UNIFORM)
            .list();
    for (int i = 0; i < widths.length - 2; i++) {
      boolean latent = i == encoderLayers - 1;
      layers.layer(
          new DenseLayer.Builder()
              .nIn(widths[i])
              .nOut(widths[i + 1])
              .activation(activation(latent ? plan.latentActivation() : plan.hiddenActivation()))
              .build());
    }
    layers.layer(
        new OutputLayer.Builder(new LossMSE())
            .nIn(widths[widths.length - 2])
            .nOut(width)
            .activation(Activation.IDENTITY)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return new TrainableNetwork(network, encoderLayers);
  }

  private static int[] widths(AutoencoderPlan plan, int width) {
    List<Integer> widths = new ArrayList<>();
    widths.add(width);
    widths.addAll(plan.hidden());
    widths.add(plan.latent());
    for (int i = plan.hidden().size() - 1; i >= 0; i--) {
      widths.add(plan.hidden().get(i));
    }
    widths.add(width);
    return widths.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Activation activation(io.residua.detector.network.Activation activation) {
    return Activation.valueOf(activation.name());
  }

  /**
   * One optimiser step.
   *
   * @param inputs the batch as the network sees it, rows of the network's width
   * @param targets what it should make of it
   * @param observed 1 for entries that count, 0 for others; null when all count
   * @return the batch's loss before the step
   */
  double step(float[] inputs, float[] targets, float[] observed) {
    try (INDArray in = matrix(inputs);
        INDArray target = matrix(targets);
        INDArray mask = observed == null ? null : matrix(observed)) {
      network.fit(in, target, null, mask);
      return network.score();
    }
  }

  /** What the network makes of rows, in one array. */
  float[] reconstruct(float[] inputs) {
    try (INDArray in = matrix(inputs);
        INDArray out = network.output(in)) {
      return out.dup('c').data().asFloat();
    }
  }

  /** The weights as they are now. */
  float[] weights() {
    return network.params().toFloatVector();
  }

  /** Sets what {@link #weights()} gave. */
  void restore(float[] weights) {
    try (INDArray values = Nd4j.create(weights, new long[] {1, weights.length}, 'c')) {
      network.setParams(values);
    }
  }

  MultiLayerNetwork network() {
    return network;
  }

  int encoderLayers() {
    return encoderLayers;
  }

  private INDArray matrix(float[] rows) {
    long width = network.layerInputSize(0);
    return Nd4j.create(rows, new long[] {rows.length / width, width}, 'c');
  }

  @Override
  public void close() {
    network.close();
  }
}
