package io.residua.trainer.family;

import io.residua.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An autoencoder whose output for a feature is made of the features before it alone, so that each
 * is the mean of a conditional distribution, and their product is a density of whole records
 * (Germain et al., "MADE: Masked Autoencoder for Distribution Estimation", 2015).
 *
 * <p>Inputs have the degrees 1 to D, in the order of the features, and hidden numbers degrees from
 * 1 to D − 1, spread evenly. A hidden number reads what has at most its degree, an output what has
 * less than its own (equations 12 and 13): masks of 0 and 1 on the weights, which the exported
 * network holds as zeros.
 */
final class Autoregressive {
  private Autoregressive() {}

  static Composition of(AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    int width = training.width();
    Composition plain = Families.plain(plan, width, random);
    int[] degrees = new int[width];
    for (int i = 0; i < width; i++) {
      degrees[i] = i + 1;
    }
    List<TrainableDense> encoder = new ArrayList<>();
    for (TrainableDense layer : plain.denseEncoder().layers()) {
      encoder.add(masked(layer, degrees, hidden(layer.outputs(), width)));
      degrees = hidden(layer.outputs(), width);
    }
    TrainableDense latent = ((DeterministicCode) plain.code()).layer();
    DeterministicCode code =
        new DeterministicCode(masked(latent, degrees, hidden(latent.outputs(), width)));
    return new Composition(
        new TrainableStack(encoder),
        code,
        decoder(plain.decoder(), width),
        List.of(new ConditionalLikelihood(GaussianLikelihood.of(training))),
        plain.rivals());
  }

  private static TrainableStack decoder(TrainableStack plain, int width) {
    List<TrainableDense> layers = new ArrayList<>();
    int last = plain.layers().size() - 1;
    for (int i = 0; i <= last; i++) {
      TrainableDense layer = plain.layers().get(i);
      int[] reads = hidden(layer.inputs(), width);
      layers.add(masked(layer, reads, i == last ? outputs(width) : hidden(layer.outputs(), width)));
    }
    return new TrainableStack(layers);
  }

  /**
   * Of numbers in between, evenly spread; of one feature, whose output reads nothing, all are 1.
   */
  private static int[] hidden(int count, int width) {
    int[] degrees = new int[count];
    for (int i = 0; i < count; i++) {
      degrees[i] = 1 + i * (width - 1) / count;
    }
    return degrees;
  }

  /** One less than the degree, as outputs read only what has less than it. */
  private static int[] outputs(int width) {
    int[] degrees = new int[width];
    for (int i = 0; i < width; i++) {
      degrees[i] = i;
    }
    return degrees;
  }

  /** Keeps weights to numbers of at least the degree of what they read. */
  private static TrainableDense masked(TrainableDense layer, int[] from, int[] to) {
    float[] mask = new float[from.length * to.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = to[i % to.length] >= from[i / to.length] ? 1 : 0;
    }
    return layer.masked(mask);
  }
}
