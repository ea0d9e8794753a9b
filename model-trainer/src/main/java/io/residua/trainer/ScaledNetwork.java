package io.residua.trainer;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that are trained on features scaled anew, and run on the features as they are: the
 * scaling becomes part of the first and the last layer's weights, so that it costs nothing.
 */
final class ScaledNetwork {
  private ScaledNetwork() {}

  /**
   * An autoencoder that is trained on scaled features, for features as they are; its prior, which
   * is one of scaled features, is left behind.
   *
   * @throws TrainingException when the loss is not finite even with a small learning rate
   */
  static FittedAutoencoder fit(
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      FeatureScaling scaling,
      long seed,
      TrainingListener listener)
      throws TrainingException {
    FittedAutoencoder fitted =
        AutoencoderFitter.fit(
            spec, scaled(training, scaling), scaled(heldOut, scaling), seed, listener);
    return new FittedAutoencoder(
        unscaled(fitted.network(), scaling), fitted.history(), fitted.settings());
  }

  /** {@code (x − centre) / scale} of each feature. */
  static FeatureMatrix scaled(FeatureMatrix matrix, FeatureScaling scaling) {
    int width = matrix.width();
    float[] scaled = new float[matrix.values().length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (matrix.values()[i] - scaling.centre()[i % width]) / scaling.scale()[i % width];
    }
    return matrix.withValues(scaled);
  }

  /**
   * The network for features as they are.
   *
   * @param network of scaled features, whose first and last layer are dense, the last one linear
   */
  static Network unscaled(Network network, FeatureScaling scaling) {
    List<Layer> layers = new ArrayList<>(network.layers());
    int last = layers.size() - 1;
    layers.set(0, reading(dense(layers.get(0)), scaling));
    layers.set(last, writing(dense(layers.get(last)), scaling));
    return new Network(layers, network.encoderLayers());
  }

  private static DenseLayer dense(Layer layer) {
    if (layer instanceof DenseLayer dense) {
      return dense;
    }
    throw new IllegalArgumentException(
        "expected a dense layer, got a " + layer.getClass().getSimpleName());
  }

  /** {@code W (x − centre) / scale + b = (W / scale) x + (b − W centre / scale)}. */
  private static DenseLayer reading(DenseLayer layer, FeatureScaling scaling) {
    float[] weights = layer.weights();
    float[] bias = layer.bias();
    for (int row = 0; row < layer.outputs(); row++) {
      double shift = 0;
      for (int i = 0; i < layer.inputs(); i++) {
        int at = row * layer.inputs() + i;
        weights[at] /= scaling.scale()[i];
        shift += (double) weights[at] * scaling.centre()[i];
      }
      bias[row] -= (float) shift;
    }
    return with(layer, weights, bias);
  }

  private static DenseLayer writing(DenseLayer layer, FeatureScaling scaling) {
    if (layer.activation() != Activation.IDENTITY) {
      throw new IllegalArgumentException(
          "expected a linear last layer, got " + layer.activation().id());
    }
    float[] weights = layer.weights();
    float[] bias = layer.bias();
    for (int row = 0; row < layer.outputs(); row++) {
      float scale = scaling.scale()[row];
      for (int i = 0; i < layer.inputs(); i++) {
        weights[row * layer.inputs() + i] *= scale;
      }
      bias[row] = bias[row] * scale + scaling.centre()[row];
    }
    return with(layer, weights, bias);
  }

  private static DenseLayer with(DenseLayer layer, float[] weights, float[] bias) {
    return new DenseLayer(layer.inputs(), layer.outputs(), weights, bias, layer.activation());
  }
}
