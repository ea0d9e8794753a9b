package io.residua.detector.network;

import java.util.List;

/**
 * A trained autoencoder as data: layers in order, of which the first {@code encoderLayers} are the
 * encoder. Immutable and shared between threads; run it with a {@link NetworkRunner}.
 *
 * @param layers at least two; each layer's inputs are the outputs of the one before
 * @param encoderLayers how many of them lead to the latent vector, at least 1 and less than all
 */
public record Network(List<Layer> layers, int encoderLayers) {
  public Network {
    layers = List.copyOf(layers);
    if (encoderLayers < 1 || encoderLayers >= layers.size()) {
      throw new IllegalArgumentException(
          "the encoder must have 1 to %d of the %d layers, got %d"
              .formatted(layers.size() - 1, layers.size(), encoderLayers));
    }
    requireChain(layers);
    if (layers.get(layers.size() - 1).outputs() != layers.get(0).inputs()) {
      throw new IllegalArgumentException(
          "an autoencoder gives as many values as it reads: %d in, %d out"
              .formatted(layers.get(0).inputs(), layers.get(layers.size() - 1).outputs()));
    }
  }

  /** Checks that there are layers, and that each reads what the one before gives. */
  static void requireChain(List<Layer> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("expected at least one layer, got none");
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).inputs() != layers.get(i - 1).outputs()) {
        throw new IllegalArgumentException(
            "layer %d reads %d values, layer %d gives %d"
                .formatted(i, layers.get(i).inputs(), i - 1, layers.get(i - 1).outputs()));
      }
    }
  }

  /** The layers that lead to the latent vector. */
  public List<Layer> encoder() {
    return layers.subList(0, encoderLayers);
  }

  /** The layers that lead from the latent vector to the reconstruction. */
  public List<Layer> decoder() {
    return layers.subList(encoderLayers, layers.size());
  }

  /** Width of the input and of the reconstruction. */
  public int width() {
    return layers.get(0).inputs();
  }

  /** Width of the latent vector. */
  public int latentWidth() {
    return layers.get(encoderLayers - 1).outputs();
  }

  /**
   * How many of the latent vector's first numbers are a record's shares in clusters, which add up
   * to 1; 0 where none are.
   */
  public int clusters() {
    return layers.get(encoderLayers - 1) instanceof SoftmaxLayer softmax ? softmax.shares() : 0;
  }

  /** Numbers that training found: weights and biases. */
  public long parameters() {
    return layers.stream().mapToLong(Layer::parameters).sum();
  }

  /** Multiply-adds of one record's forward pass. */
  public long multiplyAdds() {
    return layers.stream().mapToLong(Layer::multiplyAdds).sum();
  }
}
