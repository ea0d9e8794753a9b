package io.residua.detector.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** Networks of random shapes, activations and weights. */
final class RandomNetworks implements ArbitrarySupplier<Network> {
  @Override
  public Arbitrary<Network> get() {
    Arbitrary<List<Integer>> widths =
        Arbitraries.integers().between(1, 150).list().ofMinSize(2).ofMaxSize(4);
    return widths.flatMap(
        w ->
            Arbitraries.randomValue(
                random -> network(w, 1 + random.nextInt(w.size() - 1), random)));
  }

  private static Network network(List<Integer> widths, int encoderLayers, Random random) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < widths.size(); i++) {
      int inputs = widths.get(i);
      int outputs = widths.get((i + 1) % widths.size());
      float[] weights = gaussian(random, inputs * outputs);
      for (int j = 0; j < weights.length; j++) {
        weights[j] /= (float) Math.sqrt(inputs);
      }
      Activation activation = Activation.values()[random.nextInt(Activation.values().length)];
      layers.add(new DenseLayer(inputs, outputs, weights, gaussian(random, outputs), activation));
    }
    return new Network(layers, encoderLayers);
  }

  static float[] gaussian(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
