package io.residua.trainer.family;

import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.PrincipalSubspace;

/**
 * Where a linear autoencoder begins: at the principal components, which are its least squared error
 * where every entry is observed (Baldi and Hornik, "Neural Networks and Principal Component
 * Analysis", 1989). Descent alone would leave the encoder as it was drawn in directions in which
 * normal records do not vary, which are those in which others do. Training goes on from there, for
 * the entries that are not observed.
 */
final class LinearStart {
  private LinearStart() {}

  /** Sets {@code z = V (x − μ)} and {@code x̂ = Vᵀ z + μ}. */
  static Composition at(Composition linear, FeatureMatrix training) {
    TrainableDense encoder = ((DeterministicCode) linear.code()).layer();
    TrainableDense decoder = linear.decoder().layers().get(0);
    PrincipalSubspace subspace = PrincipalSubspace.of(training.imputed(), encoder.outputs());
    float[] mean = subspace.mean();
    for (int i = 0; i < subspace.dimensions(); i++) {
      float[] component = subspace.component(i);
      float offset = 0;
      for (int j = 0; j < component.length; j++) {
        encoder.weights().values()[j * encoder.outputs() + i] = component[j];
        decoder.weights().values()[i * component.length + j] = component[j];
        offset -= component[j] * mean[j];
      }
      encoder.bias().values()[i] = offset;
    }
    System.arraycopy(mean, 0, decoder.bias().values(), 0, mean.length);
    return linear;
  }
}
