package io.residua.detector.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** Networks of every kind of layer, each of a random shape, in a random order. */
final class MixedNetworks implements ArbitrarySupplier<Network> {
  @Override
  public Arbitrary<Network> get() {
    return Arbitraries.randomValue(MixedNetworks::network);
  }

  private static Network network(Random random) {
    int width = 1 + random.nextInt(60);
    List<Layer> layers = new ArrayList<>();
    int reads = width;
    for (int kind : shuffled(random)) {
      layers.add(layer(kind, reads, random));
      reads = layers.get(layers.size() - 1).outputs();
    }
    layers.add(layer(0, reads, width, random));
    return new Network(layers, 1 + random.nextInt(layers.size() - 1));
  }

  private static List<Integer> shuffled(Random random) {
    List<Integer> kinds = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    Collections.shuffle(kinds, random);
    return kinds;
  }

  private static Layer layer(int kind, int reads, Random random) {
    return layer(kind, reads, 1 + random.nextInt(40), random);
  }

  /** A layer that reads so many values; where the kind leaves it open, it gives so many. */
  private static Layer layer(int kind, int reads, int gives, Random random) {
    int steps = 1 + random.nextInt(reads);
    int channels = 1 + random.nextInt(reads / steps);
    int passing = reads - steps * channels;
    return switch (kind) {
      case 0 -> {
        float[] weights = weights(random, gives, reads);
        float[] bias = RandomNetworks.gaussian(random, gives);
        yield new DenseLayer(reads, gives, weights, bias, activation(random));
      }
      case 1 -> {
        int kernel = 1 + random.nextInt(steps);
        int stride = 1 + random.nextInt(steps);
        int filters = 1 + random.nextInt(6);
        ConvolutionLayer.Shape shape =
            new ConvolutionLayer.Shape(steps, channels, kernel, stride, filters, passing);
        float[] weights = weights(random, filters, kernel * channels);
        float[] bias = RandomNetworks.gaussian(random, filters);
        yield new ConvolutionLayer(shape, weights, bias, activation(random));
      }
      case 2 -> {
        LstmLayer.Shape shape = new LstmLayer.Shape(steps, channels, gives, passing);
        float[] weights = weights(random, 4 * gives, channels + gives);
        yield new LstmLayer(shape, weights, RandomNetworks.gaussian(random, 4 * gives));
      }
      case 3 -> {
        int items = 1 + random.nextInt(30);
        float[] memory = RandomNetworks.gaussian(random, items * reads);
        double threshold = random.nextDouble() * 2 / items;
        yield new MemoryLayer(
            reads,
            memory,
            new MemoryLayer.Addressing(
                1 + 9 * random.nextDouble(), Math.min(0.9, threshold), 1e-12));
      }
      case 4 -> {
        int width = Math.max(2, reads);
        yield reads < 2
            ? new SelectionLayer(reads, 0)
            : new SoftmaxLayer(width, 2 + random.nextInt(width - 1));
      }
      default -> new SelectionLayer(reads, random.ints(1 + random.nextInt(40), 0, reads).toArray());
    };
  }

  private static float[] weights(Random random, int outputs, int inputs) {
    float[] weights = RandomNetworks.gaussian(random, outputs * inputs);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) Math.sqrt(inputs);
    }
    return weights;
  }

  private static Activation activation(Random random) {
    return Activation.values()[random.nextInt(Activation.values().length)];
  }
}
